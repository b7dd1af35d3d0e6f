import type { MatterMove, MatterOutcome, MatterState } from '../contract/matters.ts';

/** What moves of a matter: a complaint or an idea that a shopper wrote down. */
export interface Standing {
  readonly kind: 'complaint' | 'idea';
  readonly state: MatterState;
  readonly outcome: MatterOutcome | null;
  readonly answer: string | null;
  /** The shopper has said once that the answer does not settle it. */
  readonly reopened: boolean;
}

/** Why a step is not taken. */
export type MatterRefusal = 'not-for-this' | 'answer-needed' | 'closed' | 'no-answer-yet' | 'reopened-before';

const moves: Readonly<Record<Standing['kind'], readonly MatterMove[]>> = {
  complaint: ['looking', 'answered', 'put-right', 'not-put-right'],
  idea: ['looking', 'done', 'not-done'],
};

/** What the team can make of a matter, in the order in which it usually happens. */
export const movesOf = (kind: Standing['kind']): readonly MatterMove[] => moves[kind];

/** Somebody has yet to answer it. */
export const isWaiting = ({ state }: Pick<Standing, 'state'>): boolean => state !== 'answered' && state !== 'closed';

/** The team replies. What a shopper reads at the end always has words: "not done" alone is no answer. */
export function reply(matter: Standing, move: MatterMove, answer: string | null): Standing | MatterRefusal {
  if (matter.state === 'closed') return 'closed';
  if (!moves[matter.kind].includes(move)) return 'not-for-this';
  if (move === 'looking') return { ...matter, state: matter.state === 'reopened' ? 'reopened' : 'looking', answer };
  if (answer === null) return 'answer-needed';
  if (move === 'answered') return { ...matter, state: 'answered', answer };
  return { ...matter, state: 'closed', outcome: move, answer };
}

/** What the shopper may still say to the answer of a complaint. */
export function reactionsTo(matter: Standing): { readonly settles: boolean; readonly reopens: boolean } {
  const answered = matter.kind === 'complaint' && matter.answer !== null && !isWaiting(matter) && matter.outcome !== 'settled';
  return { settles: answered && matter.state === 'answered', reopens: answered && !matter.reopened };
}

/** The shopper says whether the answer settles a complaint. It is opened again once; then only people talking can help. */
export function react(matter: Standing, settles: boolean): Standing | MatterRefusal {
  const may = reactionsTo(matter);
  if (settles) return may.settles ? { ...matter, state: 'closed', outcome: 'settled' } : 'no-answer-yet';
  if (may.reopens) return { ...matter, state: 'reopened', outcome: null, reopened: true };
  return matter.reopened ? 'reopened-before' : 'no-answer-yet';
}
