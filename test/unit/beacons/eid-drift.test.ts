import { describe, expect, test } from 'vitest';
import { computeEid } from '../../../devices/beacons/eid.ts';
import { Drift } from '../../../devices/beacons/eid-drift.ts';
import { EidTable, type LearntClock } from '../../../devices/beacons/eid-table.ts';
import { fromHex } from '../../../devices/beacons/hex.ts';
import { type EpochMs, epochMs } from '../../../shared/units.ts';

const identityKey = fromHex('0102030405060708090a111213141516')!;
const K = 10;
const span = 1024;
const start = 1_748_000 * span;
const day = 86_400;
const at = (seconds: number): EpochMs => epochMs(seconds * 1000);

interface Beacon {
  /** Seconds its clock is ahead of what we registered. */
  readonly error: number;
  /** Seconds into a quantum at which it switches. */
  readonly switchesAt?: number;
}

const computed = new Map<number, string>();

/** The identifier a beacon advertises at a moment. */
function sends({ error, switchesAt = 0 }: Beacon, seconds: number): string {
  const quantum = Math.floor((seconds + error - switchesAt) / span);
  const eid = computed.get(quantum) ?? computeEid(identityKey, K, quantum * span);
  computed.set(quantum, eid);
  return eid;
}

function table(knownAt: number | null): EidTable {
  const made = new EidTable();
  const known = knownAt === null ? {} : { knownAt: at(knownAt) };
  made.set({ keyId: 'card', identityKey, exponent: K, clockOffset: 0, ...known });
  return made;
}

/** Hears an identifier every `every` seconds for `quanta` quanta, as Recognition would. Returns what was learnt, and how many were strangers. */
function hear(made: EidTable, said: (seconds: number) => string, quanta: number, from = start, every = 20) {
  const learnt: LearntClock[] = [];
  let strangers = 0;
  for (let seconds = from; seconds < from + quanta * span; seconds += every) {
    made.move(at(seconds));
    const eid = said(seconds);
    if (made.resolve(eid) === null) strangers++;
    const one = made.observe(eid, at(seconds));
    if (one !== null) learnt.push(one);
  }
  return { learnt, strangers };
}

describe('a table that learns', () => {
  const longAgo = start - 365 * day;

  test.each([300, 900, -300, -900])('corrects a clock that is %i s ahead, once', (error) => {
    const made = table(longAgo);
    const { learnt, strangers } = hear(made, (seconds) => sends({ error }, seconds), 20);
    expect(strangers).toBe(0);
    expect(learnt).toHaveLength(1);
    expect(learnt[0]).toMatchObject({ keyId: 'card' });
    expect(Math.abs(learnt[0]!.clockOffset - error)).toBeLessThanOrEqual(64);
  });

  test('keeps a beacon that drifts for years, where one that does not learn loses it', () => {
    for (const [rate, learns] of [
      [150e-6, true],
      [-150e-6, true],
      [150e-6, false],
    ] as const) {
      const made = table(learns ? start : null);
      let strangers = 0;
      // A quarter of an hour around the switch, every third day, for three years.
      for (let visit = 0; visit < 365; visit++) {
        const from = start + visit * 3 * day;
        const error = Math.round(rate * visit * 3 * day);
        strangers += hear(made, (seconds) => sends({ error }, seconds), 1, from, 64).strangers;
      }
      if (learns) expect(strangers).toBe(0);
      else expect(strangers).toBeGreaterThan(1000);
    }
  });

  test('leaves a clock alone that is right, whether it switches at once, or late and somewhere else each time', () => {
    expect(hear(table(longAgo), (seconds) => sends({ error: 0 }, seconds), 40).learnt).toEqual([]);
    expect(hear(table(longAgo), (seconds) => sends({ error: 20 }, seconds), 40).learnt).toEqual([]);
    const wanders = (seconds: number) => sends({ error: 0, switchesAt: (Math.floor(seconds / span) * 379) % span }, seconds);
    const { strangers } = hear(table(longAgo), wanders, 200);
    expect(strangers).toBe(0);
  });

  test('never corrects by more than a clock can have drifted', () => {
    const made = table(start - 10 * day);
    const { learnt } = hear(made, (seconds) => sends({ error: 900 }, seconds), 10);
    // 150 ppm of ten days and an hour.
    expect(learnt.map(({ clockOffset }) => clockOffset)).toEqual([130]);
    const fresh = table(start - day);
    expect(hear(fresh, (seconds) => sends({ error: 900 }, seconds), 10).learnt).toEqual([]);
  });

  test('without a moment when the clock was certain, learns nothing', () => {
    expect(hear(table(null), (seconds) => sends({ error: 900 }, seconds), 20).learnt).toEqual([]);
  });

  test('whoever repeats a beacon late does not gain time by it', () => {
    // Everything comes 900 s late, for a month: the clock seems to lag, but only as far as a clock can.
    const made = table(start - day);
    const { learnt } = hear(made, (seconds) => sends({ error: -900 }, seconds), 2600);
    const gained = Math.min(...learnt.map(({ clockOffset }) => clockOffset));
    expect(gained).toBeGreaterThanOrEqual(-Math.ceil(150e-6 * (day + 2600 * span)));
  });

  test('and nothing at all while the beacon itself is heard', () => {
    const made = table(longAgo);
    const both = (seconds: number) => sends({ error: (seconds / 20) % 2 === 0 ? 0 : -900 }, seconds);
    expect(hear(made, both, 60).learnt).toEqual([]);
  });

  test('a stranger and a deleted key teach nothing', () => {
    const made = table(longAgo);
    made.move(at(start));
    expect(made.observe('0000000000000000', at(start))).toBeNull();
    made.delete('card');
    expect(made.observe(sends({ error: 0 }, start), at(start))).toBeNull();
  });
});

test('one identifier over and over is one witness', () => {
  const drift = new Drift();
  for (let i = 0; i < 100; i++) expect(drift.note(i % 2, K, 3 * span)).toBeNull();
});
