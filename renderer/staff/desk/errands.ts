import type { Output } from '../../../shared/contract/index.ts';
import { type Sent, send } from './send.ts';
import type { Surroundings } from './station.ts';

/** Something sent that belongs to no call. */
export type ErrandKind = 'duty' | 'break' | 'note' | 'goodwill';

export interface Errand {
  readonly kind: ErrandKind;
  readonly state: 'sending' | 'unknown';
}

export type Gesture = Output<'staff/goodwill-grant'>['gesture'];

/**
 * Sends what belongs to no call, one thing at a time. Without an answer it is kept and sent again: each of these can be said twice
 * without harm, either because it carries an identifier or because it only says how things should stand.
 */
export class Errands {
  readonly #pause: Surroundings['pause'];
  readonly #changed: (errand: Errand | null) => void;
  readonly #refused: (code: string) => void;
  /** What is on its way; none when it is null. */
  #flight: object | null = null;
  #again: (() => Promise<void>) | null = null;

  constructor(pause: Surroundings['pause'], on: { changed: (errand: Errand | null) => void; refused: (code: string) => void }) {
    this.#pause = pause;
    this.#changed = on.changed;
    this.#refused = on.refused;
  }

  /** Sends unless something is still under way; `done` gets the answer, however late it comes. */
  async run<A>(kind: ErrandKind, attempt: () => Promise<A>, done: (answer: A) => void = () => undefined): Promise<void> {
    if (this.#flight !== null) return;
    this.#changed({ kind, state: 'sending' });
    const go = async () => {
      const mine = {};
      this.#flight = mine;
      this.#again = null;
      const sent: Sent<A> = await send(attempt, this.#pause, () => {
        if (this.#flight === mine) this.#changed({ kind, state: 'unknown' });
      });
      // Somebody else may have logged in meanwhile: what was mine is not theirs to hear of.
      if (this.#flight !== mine) return;
      this.#flight = null;
      if (sent.kind === 'unknown') {
        this.#again = go;
        return;
      }
      this.#changed(null);
      if (sent.kind === 'answered') done(sent.answer);
      else this.#refused(sent.code);
    };
    await go();
  }

  /** Sends what is still unknown once more. */
  async retry(): Promise<void> {
    await this.#again?.();
  }

  /** Forgets what was under way: it belonged to whoever was logged in. */
  drop(): void {
    this.#flight = null;
    this.#again = null;
    this.#changed(null);
  }
}
