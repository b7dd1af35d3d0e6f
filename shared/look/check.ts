import { contrast } from './colour.ts';
import { leastContrast, makeTokens, type StoreColours, type Token, type Tokens } from './tokens.ts';

/** The colour a manager would change to mend a pair. */
export type ColourRole = keyof StoreColours;

/** Two tokens that meet on a screen. */
export interface Pair {
  readonly front: Token;
  readonly ground: Token;
  readonly least: number;
  readonly role: ColourRole;
}

const papers = ['paper', 'surface', 'quiet'] as const;
const grounds = [...papers, 'pine-tint', 'apricot-tint', 'brick-tint'] as const satisfies Token[];

const on = (front: Token, on: readonly Token[], least: number, role: ColourRole): Pair[] =>
  on.map((ground) => ({ front, ground, least, role }));

/** Every pair that the style sheets put together: text at least 7:1 on its ground, edges of controls at least 3:1. */
export const pairs: readonly Pair[] = [
  ...on('brick-text', grounds, leastContrast.text, 'paper'),
  ...on('brick', ['paper', 'surface'], leastContrast.edge, 'paper'),
  ...on('ink', grounds, leastContrast.text, 'ink'),
  ...on('ink-soft', grounds, leastContrast.text, 'ink'),
  ...on('edge', grounds, leastContrast.edge, 'ink'),
  ...on('pine-text', grounds, leastContrast.text, 'primary'),
  ...on('on-pine', ['pine', 'pine-deep'], leastContrast.text, 'primary'),
  ...on('pine', ['paper', 'surface'], leastContrast.edge, 'primary'),
  ...on('on-apricot', ['apricot'], leastContrast.text, 'warm'),
  ...on('on-amber', ['amber'], leastContrast.text, 'paper'),
];

/** A pair that cannot be read well enough. */
export interface ContrastProblem extends Pair {
  readonly ratio: number;
}

/** Which pairs of a set of tokens fail. */
export const failing = (tokens: Tokens, among: readonly Pair[] = pairs): ContrastProblem[] =>
  among
    .map((pair) => ({ ...pair, ratio: contrast(tokens[pair.front], tokens[pair.ground]) }))
    .filter(({ ratio, least }) => ratio < least);

/** What is wrong with a store's colours; nothing when they may be published. */
export const problemsOf = (colours: StoreColours): ContrastProblem[] => failing(makeTokens(colours));
