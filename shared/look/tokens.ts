import { contrast, type Hex, type Oklch, toHex, toOklch } from './colour.ts';

/** What a store chooses; everything else follows from these four. */
export interface StoreColours {
  readonly paper: Hex;
  readonly ink: Hex;
  /** The one main action, the sign over the window. */
  readonly primary: Hex;
  /** Warmth: what invites, an open call. */
  readonly warm: Hex;
}

/** Ratios of WCAG 2.2: 1.4.6 for text, 1.4.11 for what shows where a control ends. */
export const leastContrast = { text: 7, edge: 3 } as const;

/** The house's own colours, as `themes.css` paints them. */
export const houseColours: StoreColours = {
  paper: toHex({ l: 0.985, c: 0.008, h: 85 }),
  ink: toHex({ l: 0.24, c: 0.02, h: 60 }),
  primary: toHex({ l: 0.43, c: 0.09, h: 160 }),
  warm: toHex({ l: 0.82, c: 0.11, h: 65 }),
};

/** Camera on, and errors: they mean one thing in every store, so no store changes them. As in `themes.css`. */
export const fixedColours = {
  amber: toHex({ l: 0.78, c: 0.15, h: 75 }),
  'on-amber': toHex({ l: 0.22, c: 0.03, h: 60 }),
  brick: toHex({ l: 0.52, c: 0.15, h: 30 }),
  'brick-text': toHex({ l: 0.42, c: 0.14, h: 30 }),
  'brick-tint': toHex({ l: 0.955, c: 0.02, h: 35 }),
} as const;

/** The colour tokens that follow a store's choice, by their names in `themes.css`. */
export const themedTokens = [
  'paper',
  'surface',
  'quiet',
  'ink',
  'ink-soft',
  'hairline',
  'edge',
  'pine',
  'pine-deep',
  'pine-tint',
  'pine-text',
  'on-pine',
  'apricot',
  'apricot-tint',
  'on-apricot',
] as const;
export type ThemedToken = (typeof themedTokens)[number];
export type Token = ThemedToken | keyof typeof fixedColours;
export type Tokens = Readonly<Record<Token, Hex>>;

/** A derived colour, darker only as far as every ground asks; black when even that is not enough. */
function darkened(start: Oklch, grounds: readonly Hex[], least: number): Hex {
  const passes = (hex: Hex) => grounds.every((ground) => contrast(hex, ground) >= least);
  const asItIs = toHex(start);
  if (passes(asItIs)) return asItIs;
  let found: Hex = '#000000';
  let low = 0;
  let high = start.l;
  for (let step = 0; step < 8; step += 1) {
    const l = (low + high) / 2;
    const hex = toHex({ ...start, l });
    if (passes(hex)) {
      found = hex;
      low = l;
    } else high = l;
  }
  return found;
}

/** Words on a filled control: near white or near black, whichever is read better. */
function readable(ground: Hex, h: number): { readonly hex: Hex; readonly light: boolean } {
  const white = toHex({ l: 0.99, c: 0.008, h });
  const black = toHex({ l: 0.2, c: 0.02, h });
  const light = contrast(white, ground) >= contrast(black, ground);
  return { hex: light ? white : black, light };
}

/** Derives every token from a store's four colours. Total: whether the result can be read is {@link problemsOf}'s to say. */
export function makeTokens(colours: StoreColours): Tokens {
  const paper = toOklch(colours.paper);
  const ink = toOklch(colours.ink);
  const primary = toOklch(colours.primary);
  const warm = toOklch(colours.warm);

  const surface = toHex({ ...paper, l: paper.l + (1 - paper.l) * 0.8, c: paper.c * 0.4 });
  const quiet = toHex({ ...paper, l: paper.l - 0.055, c: paper.c + 0.004 });
  const pineTint = toHex({ l: paper.l - 0.04, c: Math.min(primary.c, 0.03), h: primary.h });
  const apricotTint = toHex({ l: paper.l - 0.035, c: Math.min(warm.c, 0.03), h: warm.h });
  const grounds = [colours.paper, surface, quiet, pineTint, apricotTint, fixedColours['brick-tint']];

  const onPine = readable(colours.primary, primary.h);
  return {
    ...fixedColours,
    paper: colours.paper,
    surface,
    quiet,
    ink: colours.ink,
    'ink-soft': darkened({ ...ink, l: Math.max(ink.l, Math.min(ink.l + 0.15, 0.39)) }, grounds, leastContrast.text),
    hairline: toHex({ ...paper, l: paper.l - 0.115, c: paper.c + 0.007 }),
    edge: darkened({ l: 0.57, c: Math.min(ink.c, 0.02), h: ink.h }, grounds, leastContrast.edge),
    pine: colours.primary,
    // A pressed control moves away from its words, never towards them.
    'pine-deep': toHex({ ...primary, l: primary.l + (onPine.light ? -0.07 : 0.07), c: primary.c * 0.9 }),
    'pine-tint': pineTint,
    'pine-text': darkened({ ...primary, l: Math.min(primary.l, 0.4) }, grounds, leastContrast.text),
    'on-pine': onPine.hex,
    apricot: colours.warm,
    'apricot-tint': apricotTint,
    'on-apricot': readable(colours.warm, warm.h).hex,
  };
}
