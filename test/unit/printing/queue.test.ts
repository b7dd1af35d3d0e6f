import { expect, test } from 'vitest';
import type { Printer } from '../../../devices/printer/printer.ts';
import { PrintQueue } from '../../../electron/printing/queue.ts';
import type { PrintResult } from '../../../shared/contract/index.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

/** Holds each job until the test lets it out, as a printer does whose paper is being changed; a cut line ends the job, as in life. */
class HeldPrinter implements Printer {
  readonly taken: number[] = [];
  readonly #out: ((result: PrintResult) => void)[] = [];

  print(job: Uint8Array, signal: AbortSignal): Promise<PrintResult> {
    this.taken.push(job[0] ?? 0);
    return new Promise((resolve) => {
      this.#out.push(resolve);
      signal.addEventListener('abort', () => resolve('stopped'));
    });
  }

  look(): Promise<PrintResult> {
    return Promise.resolve('printed');
  }

  release(): void {
    this.#out.shift()?.('printed');
  }
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

function fresh() {
  const clock = new VirtualClock('2026-11-22T16:00:00Z');
  const printer = new HeldPrinter();
  const queue = new PrintQueue(clock);
  let made = 0;
  const add = (n: number) =>
    queue.add(printer, () => {
      made += 1;
      return Uint8Array.of(n);
    });
  return { clock, printer, queue, add, made: () => made };
}

test('slips are printed one after the other, and made only when it is their turn', async () => {
  const { printer, add, made } = fresh();
  const results = [add(1), add(2)];
  await soon();
  expect([printer.taken, made()]).toEqual([[1], 1]);
  printer.release();
  await soon();
  expect([printer.taken, made()]).toEqual([[1, 2], 2]);
  printer.release();
  expect(await Promise.all(results)).toEqual(['printed', 'printed']);
});

test('more than three are refused', async () => {
  const { queue, add } = fresh();
  const first = [add(1), add(2), add(3)];
  expect(await add(4)).toBe('busy');
  queue.drop();
  await Promise.all(first);
  expect(await Promise.race([add(5), soon()])).toBeUndefined();
});

test('the end of a visit stops what is printed and forgets what waits', async () => {
  const { printer, queue, add, made } = fresh();
  const results = [add(1), add(2), add(3)];
  await soon();
  queue.drop();
  expect(await Promise.all(results)).toEqual(['stopped', 'stopped', 'stopped']);
  expect([printer.taken, made()]).toEqual([[1], 1]);
});

test('what is not out in time never comes out', async () => {
  const { clock, printer, add } = fresh();
  const results = [add(1), add(2)];
  await soon();
  clock.advance(9_001);
  expect(await Promise.all(results)).toEqual(['no-answer', 'no-answer']);
  printer.release();
  await soon();
  expect(printer.taken).toEqual([1]);
});
