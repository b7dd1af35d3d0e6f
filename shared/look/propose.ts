import { type ColourRole, failing, pairs } from './check.ts';
import { difference, type Hex, toHex, toOklch } from './colour.ts';
import { makeTokens, type StoreColours } from './tokens.ts';

/** In this order each colour is judged against those before it: the fixed ones, the paper, what is written on it. */
const order = ['paper', 'ink', 'primary', 'warm'] as const satisfies readonly ColourRole[];

/** Same hue, other lightness, the chroma kept or reduced: what one would still call the same colour. */
function neighbours(hex: Hex): Hex[] {
  const { c, h } = toOklch(hex);
  const found = new Set<Hex>();
  for (const share of [1, 0.7, 0.4, 0]) for (let l = 0; l <= 1.0001; l += 0.01) found.add(toHex({ l, c: c * share, h }));
  return [...found]
    .map((near) => ({ near, far: difference(hex, near) }))
    .sort((a, b) => a.far - b.far)
    .map(({ near }) => near);
}

/** The nearest colours that may be published. Colours that are good already come back as they are. */
export function propose(colours: StoreColours): StoreColours {
  let proposal = colours;
  for (const role of order) {
    const own = pairs.filter((pair) => pair.role === role);
    const passes = (hex: Hex) => failing(makeTokens({ ...proposal, [role]: hex }), own).length === 0;
    if (passes(proposal[role])) continue;
    const near = neighbours(proposal[role]).find(passes);
    if (near !== undefined) proposal = { ...proposal, [role]: near };
  }
  return proposal;
}
