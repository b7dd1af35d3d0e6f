import type { Note } from '../../sound/speaker.ts';
import { callNotes, callVibration, REPEAT_MS } from './pattern.ts';

/** What makes itself heard and felt. */
export interface Voice {
  play(notes: readonly Note[]): void;
  vibrate(pattern: readonly number[]): void;
  /** Runs `action` every `ms` until the returned function is called. */
  every(ms: number, action: () => void): () => void;
}

/** Rings at once when told to, then again and again until told to stop. */
export class Bell {
  readonly #voice: Voice;
  #stop: (() => void) | null = null;

  constructor(voice: Voice) {
    this.#voice = voice;
  }

  /** Follows what has to ring: starts with the first key, keeps its rhythm while any is left, stops with none. */
  update(keys: readonly string[]): void {
    if (keys.length === 0) this.stop();
    if (keys.length === 0 || this.#stop !== null) return;
    this.#ring();
    this.#stop = this.#voice.every(REPEAT_MS, () => this.#ring());
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }

  #ring(): void {
    this.#voice.play(callNotes);
    this.#voice.vibrate(callVibration);
  }
}
