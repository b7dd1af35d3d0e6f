import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Pressed, press, quiet } from '../../../renderer/kiosk/scan/burst.ts';

/** What keys make, one after the other, `gap` milliseconds apart. */
function typed(keys: readonly Omit<Pressed, 'at'>[], gap: number | ((i: number) => number)): string[] {
  let burst = quiet;
  let at = 1_000;
  return keys.flatMap((key, i) => {
    at += typeof gap === 'number' ? gap : gap(i);
    const next = press(burst, { ...key, at });
    burst = next.burst;
    return next.scanned ?? [];
  });
}

const digits = (text: string) => [...text].map((key) => ({ code: `Digit${key}`, key }));
const enter = { code: 'Enter', key: 'Enter' };

describe('a scanner that types', () => {
  test('is heard', () => expect(typed([...digits('4006381333931'), enter], 8)).toEqual(['4006381333931']));
  test('is heard with the letters of a card, in whatever case', () => {
    const letters = [...'BCDEFGHIJKLNOPRSTUVXBCDEFGHIJK'].flatMap((key) => [
      { code: 'ShiftLeft', key: 'Shift' },
      { code: `Key${key}`, key },
    ]);
    expect(typed([...letters, enter], 8)).toEqual(['BCDEFGHIJKLNOPRSTUVXBCDEFGHIJK']);
    expect(typed([...letters, enter], 150)).toEqual([]);
  });
  test('is understood on a kiosk with another keyboard layout', () => {
    const azerty = [...'4006381333931'].map((d) => ({ code: `Digit${d}`, key: 'à&é"\'(-è_ç'[Number(d)] ?? '' }));
    expect(typed([...azerty, enter], 8)).toEqual(['4006381333931']);
  });
  test('may press Shift in between', () => {
    const shifted = digits('4006381333931').flatMap((key) => [{ code: 'ShiftLeft', key: 'Shift' }, key]);
    expect(typed([...shifted, enter], 8)).toEqual(['4006381333931']);
  });
  test('is heard after somebody typed, and twice', () => {
    const keys = [...digits('12'), ...digits('40063813'), enter, ...digits('40063813'), enter];
    expect(typed(keys, (i) => (i === 2 ? 300 : 10))).toEqual(['40063813', '40063813']);
  });
});

test('nobody who types is taken for a scanner', () => {
  const keys = fc.array(
    fc.oneof(fc.constantFrom(...digits('0123456789')), fc.constant(enter), fc.constant({ code: 'KeyA', key: 'a' })),
  );
  fc.assert(
    fc.property(keys, fc.integer({ min: 60, max: 900 }), (pressed, gap) => {
      expect(typed(pressed, gap)).toEqual([]);
    }),
  );
});
test('a few keys that fall together are no code', () => expect(typed([...digits('12345'), enter], 5)).toEqual([]));
test('Enter pressed later, by hand, is nobody’s but the page’s', () =>
  expect(typed([...digits('4006381333931'), enter], (i) => (i === 13 ? 400 : 8))).toEqual([]));
