import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newCardCode, readCardCode } from '../../../shared/identity/card.ts';

/** What a scanner set to QWERTY makes a computer read that is set to AZERTY or QWERTZ: letters at other places come out swapped. */
const azerty = (text: string) => text.replace(/[AQWZ]/g, (key) => ({ A: 'Q', Q: 'A', W: 'Z', Z: 'W' })[key] as string);
const qwertz = (text: string) => text.replace(/[YZ]/g, (key) => (key === 'Y' ? 'Z' : 'Y'));

describe('a card', () => {
  test('reads itself, typed small or in groups, and under every keyboard', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 1_000 })), (random) => {
        const code = newCardCode((bound) => (random.next().value as number) % bound);
        expect(readCardCode(code)).toBe(code);
        expect(readCardCode(` ${code.toLowerCase().replace(/(.{5})/g, '$1 ')}`)).toBe(code);
        expect([azerty(code), qwertz(code)]).toEqual([code, code]);
      }),
    );
  });

  test('is no barcode, no customer number, and nothing cut short', () => {
    for (const text of ['3560070976867', 'CAM2LE', '', 'B'.repeat(29), 'B'.repeat(31), 'A'.repeat(30)])
      expect(readCardCode(text)).toBeNull();
  });
});
