import { ForkedStation } from '../support/forked-station.ts';
import { Visitor } from '../support/station.ts';
import { staff } from './desk.ts';
import type { Figure } from './figure.ts';
import { Ledger } from './ledger.ts';

const KILLS = 200;
const CLAIMANTS = 4;
/** The station is killed at a random moment of this span: long enough for several calls, so that every step is hit. */
const SPAN_MS = 250;

/** A station killed again and again while calls are raised, raced for, arrived at and resolved. */
export async function bench(): Promise<Figure[]> {
  const station = new ForkedStation();
  const ledger = new Ledger();
  try {
    const origin = await station.boot();
    const employees = await staff(origin, CLAIMANTS);
    for (let kill = 0; kill < KILLS; kill += 1) {
      await ledger.work(new Visitor(origin), employees, async () => {
        await new Promise((next) => setTimeout(next, Math.random() * SPAN_MS));
        await station.kill();
      });
      await station.boot();
    }
    await station.kill();
    return [ledger.figure(`kill -9 × ${KILLS} with calls in flight`, station.folder, KILLS)];
  } finally {
    await station.remove();
  }
}
