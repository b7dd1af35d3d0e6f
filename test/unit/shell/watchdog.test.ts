import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failed, type Ladder, rested, stationLadder } from '../../../electron/shell/restart-ladder.ts';
import { type WatchEffect, type WatchEvent, watch, watchFrom, watchLadder } from '../../../electron/shell/watchdog.ts';
import { millis, minutes, monoMs, seconds } from '../../../shared/units.ts';

const alive: WatchEvent = { type: 'beat', beat: { content: true, painted: true } };
const blank: WatchEvent = { type: 'beat', beat: { content: false, painted: true } };
const screenOff: WatchEvent = { type: 'beat', beat: { content: true, painted: false } };

/** Runs the watchdog as the shell does, with a tick every 5 s. @param page what the page says at each tick, if anything */
function run(untilMs: number, page: (now: number) => readonly WatchEvent[]) {
  let state = watchFrom(monoMs(0));
  const effects: (WatchEffect & { at: number })[] = [];
  for (let now = 5_000; now <= untilMs; now += 5_000) {
    for (const event of [...page(now), { type: 'tick' } as const]) {
      const [next, effect] = watch(state, event, monoMs(now));
      state = next;
      if (effect !== null) effects.push({ ...effect, at: now });
    }
  }
  return effects;
}

test('a healthy page is left alone', () => {
  expect(run(3_600_000, () => [alive])).toEqual([]);
});

test('a page that lives and shows nothing is reloaded, then recreated, then the shell starts afresh', () => {
  const effects = run(3_600_000, () => [blank]);
  expect(effects.slice(0, 6).map((effect) => effect.do)).toEqual([
    'reload',
    'reload',
    'recreate',
    'recreate',
    'relaunch',
    'relaunch',
  ]);
  expect(effects.every((effect) => effect.because === 'blank')).toBe(true);
  expect(effects[0]?.at).toBe(20_000);
});

test('a page that does not answer is not asked to reload: its process goes', () => {
  expect(run(20_000, () => [])).toEqual([{ do: 'recreate', because: 'silent', at: 20_000 }]);
});

test('a crash is mended at once, and a crash loop ever more slowly', () => {
  const effects = run(3_600_000, () => [{ type: 'crashed' }]);
  expect(effects.slice(0, 6).map((effect) => effect.at)).toEqual([5_000, 10_000, 25_000, 85_000, 265_000, 865_000]);
});

test('a screen that is off costs a reload now and then, never more', () => {
  const effects = run(8 * 3_600_000, () => [screenOff]);
  expect(new Set(effects.map((effect) => effect.do))).toEqual(new Set(['reload']));
  expect(effects.length).toBeLessThanOrEqual(8 * 6 + 5);
});

test('silence while the machine slept is not a fault', () => {
  let [state] = watch(watchFrom(monoMs(0)), alive, monoMs(5_000));
  [state] = watch(state, { type: 'woke' }, monoMs(8 * 3_600_000));
  expect(watch(state, { type: 'tick' }, monoMs(8 * 3_600_000 + 5_000))[1]).toBeNull();
});

test('a steady run forgives what came before', () => {
  const effects = run(1_800_000, (now) => (now > 600_000 && now < 1_200_000 ? [alive] : [blank]));
  const later = effects.filter((effect) => effect.at > 1_200_000);
  expect(later[0]?.do).toBe('reload');
});

test('whatever happens, recoveries stay rare: never more than the ladder allows in any ten minutes', () => {
  const event = fc.constantFrom<WatchEvent | null>(alive, blank, screenOff, { type: 'crashed' }, { type: 'woke' }, null);
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 60 }), (script) => {
      const effects = run(3_600_000, (now) => {
        const next = script[(now / 5_000) % script.length];
        return next === null || next === undefined ? [] : [next];
      });
      for (const { at } of effects) {
        const soon = effects.filter((other) => other.at >= at && other.at < at + 600_000).length;
        // All rungs of one ladder, and after a steady run the first rungs once more.
        expect(soon).toBeLessThanOrEqual(watchLadder.waits.length * 2);
      }
    }),
    { numRuns: 200 },
  );
});

test('the station’s ladder: quick at first, patient in the end, reset by a steady run', () => {
  const waits: number[] = [];
  let ladder: Ladder = rested;
  for (let i = 0; i < 8; i += 1) {
    const next = failed(ladder, seconds(1), stationLadder);
    ladder = next.ladder;
    waits.push(next.wait);
  }
  expect(waits).toEqual([500, 2_000, 5_000, 15_000, 60_000, 300_000, 300_000, 300_000]);
  expect(failed(ladder, minutes(2), stationLadder)).toEqual({ ladder: { failures: 1 }, wait: 500 });
  expect(failed(ladder, millis(119_999), stationLadder).wait).toBe(300_000);
});
