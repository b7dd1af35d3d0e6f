import type { Moment } from '../../shared/assistance/call.ts';
import type { Clock } from '../../shared/clock.ts';
import type { StreamName } from '../../shared/contract/index.ts';
import type { Store } from '../store/index.ts';

/** What every use case works with. */
export interface Context {
  readonly clock: Clock;
  readonly store: Store;
  readonly kioskId: string;
  /** A fresh random identifier. */
  readonly newId: () => string;
  /** Something these pages show has changed. */
  readonly changed: (...streams: StreamName[]) => void;
  readonly log: { info(context: object, message: string): void; warn(context: object, message: string): void };
}

/** Both clocks, read together. */
export const moment = (clock: Clock): Moment => ({ mono: clock.mono(), wall: clock.wall() });
