import { seconds } from '../../shared/units.ts';
import { headText, type NotedHead } from '../noted-head.ts';
import type { Context } from './context.ts';
import type { Secrets } from './secrets.ts';

/** An event is noted in the turn after it was written; where the disk refused the note, this long after. */
const EVERY = seconds(2);

/**
 * Notes where the consent ledger ends, outside the database. A ledger that is shorter than its note was cut: then the note stays as it
 * is, for whoever looks into it.
 */
export class ConsentHead {
  readonly #context: Context;
  readonly #secrets: Secrets;
  readonly #mirror: (head: NotedHead) => void;
  #noted: NotedHead | null;
  #cancel: (() => void) | null = null;

  /** @param noted what is noted so far */
  constructor(context: Context, secrets: Secrets, noted: NotedHead | null, mirror: (head: NotedHead) => void) {
    this.#context = context;
    this.#secrets = secrets;
    this.#noted = noted;
    this.#mirror = mirror;
  }

  start(): void {
    const { clock, log, store } = this.#context;
    const noted = this.#noted;
    if (noted !== null && noted.seq > 0 && store.consents.after(noted.seq - 1, 1)[0]?.hash !== noted.hash) {
      log.warn({ seq: noted.seq }, 'the consent ledger lacks events that were noted: run "prevenance consent verify"');
      return;
    }
    this.#cancel ??= clock.every(EVERY, () => this.#note());
    // Not at once: a transaction around it may not hold.
    store.consents.onAppend(() => setImmediate(() => this.#cancel !== null && this.#note()));
    this.#note();
  }

  stop(): void {
    if (this.#cancel === null) return;
    this.#cancel();
    this.#cancel = null;
    this.#note();
  }

  #note(): void {
    const tail = this.#context.store.consents.tail();
    if (this.#noted?.seq === tail.seq) return;
    const head = { ...tail, signature: this.#secrets.seal('consent', headText(tail)) };
    try {
      this.#mirror(head);
      this.#noted = head;
    } catch (error) {
      this.#context.log.warn(
        { code: (error as { code?: string }).code ?? 'internal' },
        'the end of the ledger could not be noted',
      );
    }
  }
}
