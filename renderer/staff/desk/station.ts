import type { call, Following } from '../../api.ts';

/** The station as the desk needs it: the contract's routes and the staff stream. */
export interface Station {
  readonly call: typeof call;
  follow(on: Following<'staff'>): () => void;
}

/** What the desk takes from the page besides the station. */
export interface Surroundings {
  /** Monotonic milliseconds. */
  now(): number;
  pause(ms: number): Promise<void>;
  commandId(): string;
}
