import type { Printer } from '../../devices/printer/printer.ts';
import type { Clock } from '../../shared/clock.ts';
import type { PrintResult } from '../../shared/contract/index.ts';
import { seconds } from '../../shared/units.ts';

/** Slips that may wait or be printed at once: whoever presses a button more often gets no more paper. */
const MOST = 3;
/** A slip that is not out by then is no use to anybody who still waits, and the page asks no longer than ten seconds. */
const PATIENCE = seconds(9);

/** One slip after another, in memory only. A slip that comes too late is never printed. */
export class PrintQueue {
  readonly #clock: Clock;
  readonly #jobs = new Set<AbortController>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param make makes the bytes when it is their turn, so that nothing of a person waits in the queue */
  async add(printer: Printer, make: () => Uint8Array): Promise<PrintResult> {
    if (this.#jobs.size >= MOST) return 'busy';
    const job = new AbortController();
    this.#jobs.add(job);
    let late = false;
    const cancel = this.#clock.after(PATIENCE, () => {
      late = true;
      job.abort();
    });
    const turn = this.#last.then(() => (job.signal.aborted ? 'stopped' : printer.print(make(), job.signal)));
    this.#last = turn.catch(() => undefined);
    try {
      const result = await turn;
      return late && result === 'stopped' ? 'no-answer' : result;
    } finally {
      cancel();
      this.#jobs.delete(job);
    }
  }

  /** The visit is over: what waits is forgotten, and what is on its way to the printer is cut off. */
  drop(): void {
    for (const job of this.#jobs) job.abort();
  }
}
