import type { Attempt, CallReason, Language, ProductSettings, Suggestion } from '../contract/index.ts';
import type { Cents, Millis } from '../units.ts';
import { openings } from './openings.ts';

/** After this wait a small gesture is in order. */
export const longWaitMs = 180_000;
/** Longer words than these do not fit into a sentence that is spoken. */
const spokenText = 30;

/** What suggestions are drawn from: what the shopper tried and why a person was called. No estimate, and nothing they ever bought. */
export interface Situation {
  readonly reasons: readonly CallReason[];
  readonly tried: readonly Attempt[];
  readonly language: Language;
  /** First name, of a customer who allows it. */
  readonly name: string | null;
  readonly waitedMs: Millis;
  /** The catalogue's nearest product to {@link lookedFor}. */
  readonly product: Pick<ProductSettings, 'name' | 'aisle' | 'stock'> | null;
  /** What the employee can give now; 0 without a budget. */
  readonly goodwillCents: Cents;
}

const isSearch = ({ kind }: Attempt) => kind === 'search-empty' || kind === 'search-found';
const isUnsolved = ({ kind }: Attempt) => kind === 'search-empty' || kind === 'question-unanswered' || kind === 'error';

/** What the shopper was after: the last thing that did not work, else the last search. */
const sought = (tried: readonly Attempt[]): Attempt | null => tried.findLast(isUnsolved) ?? tried.findLast(isSearch) ?? null;

/** The words to look for in the catalogue, or null. */
export function lookedFor(tried: readonly Attempt[]): string | null {
  const attempt = sought(tried);
  return attempt !== null && isSearch(attempt) ? attempt.text : null;
}

/** Up to three things that may help: how to begin, what to check, and what to give. Each says why. */
export function suggest(situation: Situation): Suggestion[] {
  return [opening(situation), check(situation), gesture(situation)].filter((suggestion) => suggestion !== null);
}

function opening({ reasons, tried, language, name }: Situation): Suggestion {
  const say = openings[language];
  const hello = say.hello(name);
  const attempt = sought(tried);
  const text = attempt?.text ?? '';
  if (reasons.includes('complaint')) return { kind: 'opening', words: `${hello} ${say.complaint}`, because: 'complaint' };
  if (attempt?.kind === 'question-unanswered')
    return { kind: 'opening', words: `${hello} ${say.question}`, because: 'question-unanswered' };
  if (attempt?.kind === 'error') return { kind: 'opening', words: `${hello} ${say.fault}`, because: 'fault' };
  if (attempt !== null && text !== '' && text.length <= spokenText)
    return {
      kind: 'opening',
      words: `${hello} ${say.searched(text)}`,
      because: attempt.kind === 'search-empty' ? 'search-empty' : 'searched',
    };
  if (reasons.includes('product-advice')) return { kind: 'opening', words: `${hello} ${say.advice}`, because: 'product-advice' };
  return { kind: 'opening', words: `${hello} ${say.asked}`, because: 'called' };
}

function check({ tried, product }: Situation): Suggestion | null {
  const attempt = sought(tried);
  if (attempt === null) return null;
  const text = attempt.text ?? '';
  if (attempt.kind === 'error') return { kind: 'check', check: 'kiosk', because: 'fault' };
  if (attempt.kind === 'question-unanswered') return { kind: 'check', check: 'question', text, because: 'question-unanswered' };
  const because = attempt.kind === 'search-empty' ? 'search-empty' : 'searched';
  if (product === null) return text === '' ? null : { kind: 'check', check: 'not-listed', text, because };
  return {
    kind: 'check',
    check: 'product',
    product: { name: product.name, aisle: product.aisle, stock: product.stock },
    because,
  };
}

function gesture({ reasons, tried, product, waitedMs, goodwillCents }: Situation): Suggestion | null {
  if (goodwillCents === 0) return null;
  const make = (reason: 'our-mistake' | 'kiosk-fault' | 'not-in-stock' | 'long-wait', because: Suggestion['because']) =>
    ({ kind: 'gesture', reason, upToCents: goodwillCents, because }) as const;
  if (reasons.includes('complaint')) return make('our-mistake', 'complaint');
  if (tried.some(({ kind }) => kind === 'error')) return make('kiosk-fault', 'fault');
  if (product?.stock === 0) return make('not-in-stock', 'out-of-stock');
  return waitedMs >= longWaitMs ? make('long-wait', 'waited') : null;
}
