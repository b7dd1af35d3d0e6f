import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failing, pairs, problemsOf } from '../../../shared/look/check.ts';
import { contrast, type Hex, toHex } from '../../../shared/look/colour.ts';
import { lookCss } from '../../../shared/look/css.ts';
import { propose } from '../../../shared/look/propose.ts';
import { sampleLooks } from '../../../shared/look/samples.ts';
import { fixedColours, houseColours, type StoreColours, type Tokens, themedTokens } from '../../../shared/look/tokens.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n): Hex => `#${n.toString(16).padStart(6, '0')}`);
const anything = fc.record({ paper: hex, ink: hex, primary: hex, warm: hex });
/** What a manager is likelier to try: light paper, dark ink, a strong colour and a soft one. */
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const shade = (min: number, max: number, most: number) =>
  fc.record({ l: between(min, max), c: between(0, most), h: fc.integer({ min: 0, max: 359 }) }).map(toHex);
const sensible: fc.Arbitrary<StoreColours> = fc.record({
  paper: shade(0.9, 1, 0.04),
  ink: shade(0.1, 0.35, 0.06),
  primary: shade(0.2, 0.5, 0.25),
  warm: shade(0.7, 0.92, 0.2),
});

const sheet = readFileSync(new URL('../../../renderer/ui/themes.css', import.meta.url), 'utf8');
/** The OKLCH colours of one theme of `themes.css`, as a screen shows them. */
function themeTokens(theme: string): Record<string, Hex> {
  const block = sheet.slice(sheet.indexOf(`[data-theme="${theme}"]`)).split('}')[0] ?? '';
  const found = block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g);
  return Object.fromEntries([...found].map(([, name, l, c, h]) => [name, toHex({ l: Number(l), c: Number(c), h: Number(h) })]));
}
const light = themeTokens('light');

describe('the themes of the house', () => {
  it.each(['light', 'dark', 'contrast'])('%s: every pair keeps its ratio', (theme) => {
    const tokens = { ...light, ...themeTokens(theme) } as unknown as Tokens;
    expect(failing(tokens).map(({ front, ground, ratio }) => `${front} on ${ground}: ${ratio.toFixed(2)}`)).toEqual([]);
  });

  it('are what a store begins with, and what no store changes', () => {
    expect(light).toMatchObject({
      ...fixedColours,
      paper: houseColours.paper,
      ink: houseColours.ink,
      pine: houseColours.primary,
      apricot: houseColours.warm,
    });
  });

  it('have every token that a store sets', () => {
    for (const token of themedTokens) expect(light).toHaveProperty(token);
  });
});

/** The tokens a page would read from a served style sheet, over those of the house. */
function served(css: string): Tokens {
  const found = css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g);
  return { ...light, ...Object.fromEntries([...found].map(([, name, value]) => [name, value])) } as unknown as Tokens;
}

describe('a store’s own colours', () => {
  it('are refused, or every pair in the style sheet keeps its ratio', () => {
    let accepted = 0;
    const judge = (colours: StoreColours) => {
      if (problemsOf(colours).length > 0) return;
      accepted += 1;
      const tokens = served(lookCss(1, { colours, corners: 'soft', motion: 'full' }));
      for (const { front, ground, least } of pairs)
        expect(
          contrast(tokens[front], tokens[ground]),
          `${front} on ${ground} of ${JSON.stringify(colours)}`,
        ).toBeGreaterThanOrEqual(least);
    };
    fc.assert(fc.property(sensible, judge), { numRuns: 400 });
    fc.assert(fc.property(anything, judge), { numRuns: 100 });
    expect(accepted).toBeGreaterThan(50);
  });

  it('have a neighbour that may be published, whatever was chosen', () => {
    fc.assert(
      fc.property(anything, (colours) => problemsOf(propose(colours)).length === 0),
      { numRuns: 40 },
    );
  });

  it('are not touched by a proposal when they are good', () => {
    for (const colours of [houseColours, sampleLooks.bakery.colours, sampleLooks.hardware.colours]) {
      expect(problemsOf(colours)).toEqual([]);
      expect(propose(colours)).toEqual(colours);
    }
  });

  it('are changed only where they fail', () => {
    const grey = { ...houseColours, ink: '#8a8a8a' } as const;
    const { ink, ...rest } = propose(grey);
    expect(rest).toEqual({ paper: grey.paper, primary: grey.primary, warm: grey.warm });
    expect(contrast(ink, grey.paper)).toBeGreaterThanOrEqual(7);
  });
});

describe('the style sheet', () => {
  const css = lookCss(7, { colours: sampleLooks.bakery.colours, corners: 'square', motion: 'none' });

  it('says which version it is, and stills what moves', () => {
    expect(css).toContain('--look: 7;');
    expect(css).toContain('--pace: 0;');
    expect(css).toContain('--ambient: paused;');
  });

  it('leaves the other themes, the camera and errors alone', () => {
    const [, colours = ''] = css.split(':root:root:not([data-theme="dark"], [data-theme="contrast"])');
    expect(css.split('--pine:').length).toBe(2);
    expect(colours).toContain('--pine:');
    expect(css).not.toMatch(/--(amber|on-amber|brick)/);
  });
});
