import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, difference, type Hex, toHex, toOklch } from '../../../shared/look/colour.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n): Hex => `#${n.toString(16).padStart(6, '0')}`);

describe('OKLCH', () => {
  // Values of CSS Color 4, “Sample code”, and of the specification's own named colours.
  it.each([
    ['#ff0000', { l: 0.628, c: 0.2577, h: 29.23 }],
    ['#00ff00', { l: 0.8664, c: 0.2948, h: 142.5 }],
    ['#0000ff', { l: 0.452, c: 0.3132, h: 264.05 }],
    ['#ffffff', { l: 1, c: 0, h: 0 }],
  ] as const)('%s', (colour, { l, c, h }) => {
    const found = toOklch(colour);
    expect(found.l).toBeCloseTo(l, 3);
    expect(found.c).toBeCloseTo(c, 3);
    expect(found.h).toBeCloseTo(h, 1);
  });

  it('comes back as the same colour', () => {
    fc.assert(fc.property(hex, (colour) => toHex(toOklch(colour)) === colour));
  });

  it('keeps lightness and hue when a screen cannot show the chroma', () => {
    const inside = toOklch(toHex({ l: 0.6, c: 0.4, h: 200 }));
    expect(inside.l).toBeCloseTo(0.6, 2);
    expect(inside.h).toBeCloseTo(200, -0.5);
    expect(inside.c).toBeLessThan(0.2);
  });

  it('takes anything and answers with a colour', () => {
    const any = fc.record({
      l: fc.double({ min: -1, max: 2, noNaN: true }),
      c: fc.double({ min: 0, max: 1, noNaN: true }),
      h: fc.double({ min: -720, max: 720, noNaN: true }),
    });
    fc.assert(fc.property(any, (colour) => /^#[0-9a-f]{6}$/.test(toHex(colour))));
  });
});

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#ffffff', 4],
    ['#0000ff', '#ffffff', 8.59],
    ['#123456', '#123456', 1],
  ] as const)('%s on %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });
});

it('the difference of two colours is a distance', () => {
  fc.assert(
    fc.property(hex, hex, hex, (a, b, c) => {
      expect(difference(a, a)).toBe(0);
      expect(difference(a, b)).toBeCloseTo(difference(b, a), 12);
      expect(difference(a, c)).toBeLessThanOrEqual(difference(a, b) + difference(b, c) + 1e-12);
    }),
  );
});
