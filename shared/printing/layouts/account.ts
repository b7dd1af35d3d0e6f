import type { Fact } from '../../contract/account.ts';
import type { StoreWords } from '../../contract/store-words.ts';
import type { Language, Purpose } from '../../contract/values.ts';
import { ownName } from '../../tongues.ts';
import type { Cents } from '../../units.ts';
import { wordsIn } from '../../words-in.ts';
import { amount, dayInWords } from '../figures.ts';
import type { Slip, SlipPart } from '../slip.ts';
import { slipWords } from '../words/index.ts';

/** What a customer's slip about themselves says. */
export interface AccountOnPaper {
  readonly facts: readonly Fact[];
  /** Store-local day since when it is agreed to; null where it is not. */
  readonly consents: readonly { readonly purpose: Purpose; readonly since: string | null }[];
  readonly points: Cents;
  /** Preferences in words. */
  readonly habits: readonly StoreWords[];
  readonly purchases: readonly { readonly name: StoreWords; readonly times: number }[];
}

/** What the store knows of a customer, for them to take along. Their number stands nowhere on it: a slip can be lost. */
export function accountSlip({ facts, consents, points, habits, purchases }: AccountOnPaper, language: Language): Slip {
  const words = slipWords[language];
  const text = (line: string): SlipPart => ({ kind: 'text', text: line });
  const listed = (title: string, lines: readonly string[]): SlipPart[] =>
    lines.length === 0 ? [] : [{ kind: 'rule' }, text(title), ...lines.map(text)];
  return [
    { kind: 'title', text: words.account },
    ...facts.map((fact): SlipPart => ({ kind: 'pair', name: words.facts[fact.kind], value: value(fact, language) })),
    { kind: 'pair', name: words.points, value: amount(points, language) },
    { kind: 'rule' },
    text(words.agreed),
    ...consents.flatMap(({ purpose, since }): SlipPart[] => [
      text(words.purpose[purpose]),
      { kind: 'pair', name: '', value: since === null ? words.no : words.since(dayInWords(since, language)) },
    ]),
    ...listed(
      words.habits,
      habits.map((habit) => wordsIn(habit, language)),
    ),
    ...listed(
      words.bought,
      purchases.map(({ name, times }) => `${times} × ${wordsIn(name, language)}`),
    ),
    { kind: 'rule' },
    text(words.wholeAccount),
  ];
}

/** A fact in one word, day or figure. */
function value({ kind, text, day, count }: Fact, language: Language): string {
  if (kind === 'language') return ownName(text);
  if (kind !== 'number' && text !== null) return text;
  if (day !== null) return dayInWords(day, language);
  return count === null ? slipWords[language].yes : String(count);
}
