import type { Hex } from './colour.ts';
import { makeTokens, type StoreColours, themedTokens } from './tokens.ts';

export const corners = ['square', 'soft', 'round'] as const;
export const motions = ['full', 'calm', 'none'] as const;

/** What of a look a style sheet carries. */
export interface Dress {
  readonly colours: StoreColours;
  readonly corners: (typeof corners)[number];
  readonly motion: (typeof motions)[number];
}

/** Radii of `tokens.css` are multiplied by this. */
const roundness = { square: 0.2, soft: 1, round: 1.6 } as const;
/** Durations of `tokens.css` are multiplied by this. */
const pace = { full: 1, calm: 0.5, none: 0 } as const;

const channels = (hex: Hex): string => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(' ');

/**
 * The style sheet of a look. Colours are for the light theme only: a shopper who asks for high contrast, and an employee who works in the
 * dark, get the same in every store. The doubled `:root` outweighs `themes.css` whichever of the two is loaded first.
 * @param version what `--look` tells a page that wants to know which one it wears
 */
export function lookCss(version: number, dress: Dress): string {
  const tokens = makeTokens(dress.colours);
  const colours = themedTokens.map((name) => `    --${name}: ${tokens[name]};`);
  const ink = channels(tokens.ink);
  return [
    '@layer reset, tokens, base, components, page;',
    '@layer tokens {',
    '  :root:root {',
    `    --look: ${version};`,
    `    --roundness: ${roundness[dress.corners]};`,
    `    --pace: ${pace[dress.motion]};`,
    `    --ambient: ${dress.motion === 'full' ? 'running' : 'paused'};`,
    '  }',
    '  :root:root:not([data-theme="dark"], [data-theme="contrast"]) {',
    ...colours,
    `    --shadow: 0 0.25rem 1.5rem rgb(${ink} / 0.09);`,
    `    --scrim: rgb(${ink} / 0.45);`,
    '  }',
    '}',
    '',
  ].join('\n');
}
