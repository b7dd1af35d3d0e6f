import { type Sent, send } from './send.ts';
import type { Surroundings } from './station.ts';

/** A step of a call: the command, ready to be sent once more with the same identifier. */
export interface Step {
  readonly kind: 'claim' | 'arrive' | 'release' | 'resolve' | 'hand-over' | 'take-over' | 'decline';
  readonly callId: string;
  readonly state: 'sending' | 'unknown';
}

interface Desk {
  /** What is shown as under way. */
  readonly shown: () => Step | null;
  readonly show: (step: Step | null) => void;
  /** A step is being sent: what was said about an earlier one is over. */
  readonly sending: () => void;
  readonly refused: (callId: string, code: string) => Promise<void>;
}

/** Sends the steps of calls, one at a time. Without an answer a step is kept and sent again when the station is heard. */
export class Steps {
  readonly #pause: Surroundings['pause'];
  readonly #desk: Desk;
  /** The command on its way; none when it is null. */
  #flight: object | null = null;
  /** Sends what got no answer once more. */
  #again: (() => Promise<void>) | null = null;

  constructor(pause: Surroundings['pause'], desk: Desk) {
    this.#pause = pause;
    this.#desk = desk;
  }

  async perform<A>(kind: Step['kind'], callId: string, attempt: () => Promise<A>, done: (answer: A) => void): Promise<void> {
    if (this.#flight !== null) return;
    const under = this.#desk.shown();
    if (this.#again !== null && under?.kind === kind && under.callId === callId) return this.#again();
    let again = false;
    const run = async () => {
      const mine = {};
      this.#flight = mine;
      this.#again = null;
      const show = (state: Step['state']) => this.#desk.show({ kind, callId, state });
      this.#desk.sending();
      show(again ? 'unknown' : 'sending');
      const sent: Sent<A> = await send(attempt, this.#pause, () => {
        if (this.#flight === mine) show('unknown');
      });
      // The call is over, or somebody else has logged in: nobody waits for this answer any more.
      if (this.#flight !== mine) return;
      this.#flight = null;
      if (sent.kind === 'unknown') {
        // Kept, and sent again when the station is heard: the answer may exist already.
        again = true;
        this.#again = run;
        return;
      }
      this.#desk.show(null);
      if (sent.kind === 'answered') return done(sent.answer);
      await this.#desk.refused(callId, sent.code);
    };
    await run();
  }

  /** Sends what is still unknown once more. */
  async retry(): Promise<void> {
    await this.#again?.();
  }

  /** Forgets what was under way: its call is over, or it belonged to whoever was logged in. */
  drop(): void {
    this.#flight = null;
    this.#again = null;
  }
}
