import { forms, singular, terms } from './query.ts';

/** What the catalogue calls something that shoppers call otherwise. One way: who says `said` may mean any of `meant`. */
export interface Synonym {
  readonly said: string;
  /** One or several, separated by commas. */
  readonly meant: string;
}

/** One thing a query asks for: any of these, each a list of words that must all be there. */
export interface Unit {
  /** What was typed for it. */
  readonly typed: readonly string[];
  readonly others: readonly (readonly string[])[];
  /** It holds the last word, which may still be being typed. */
  readonly last: boolean;
}

/** The meanings of a synonym, each as the words of a query. */
const meanings = (meant: string): string[][] =>
  meant
    .split(',')
    .map(terms)
    .filter((words) => words.length > 0);

const key = (words: readonly string[]): string => words.map(singular).join(' ');

/** A query as the things it asks for, with what the store's synonyms add. The longest synonym wins: "sac poubelle" before "sac". */
export function units(query: string, synonyms: readonly Synonym[]): Unit[] {
  const words = terms(query);
  const known = new Map<string, string[][]>();
  let longest = 1;
  for (const { said, meant } of synonyms) {
    const spoken = terms(said);
    longest = Math.max(longest, spoken.length);
    const before = known.get(key(spoken)) ?? [];
    known.set(key(spoken), [...before, ...meanings(meant)]);
  }
  const found: Unit[] = [];
  for (let from = 0; from < words.length; ) {
    let length = Math.min(longest, words.length - from);
    while (length > 1 && !known.has(key(words.slice(from, from + length)))) length -= 1;
    const typed = words.slice(from, from + length);
    from += length;
    found.push({ typed, others: known.get(key(typed)) ?? [], last: from === words.length });
  }
  return found;
}

const quoted = (word: string): string => `"${word}"`;

function oneWord(word: string, begins: boolean): string {
  const options = forms(word).map(quoted);
  if (begins) options.push(`${quoted(singular(word))}*`);
  return `(${options.join(' OR ')})`;
}

const allOf = (words: readonly string[], begins: (index: number) => boolean): string =>
  `(${words.map((word, index) => oneWord(word, begins(index))).join(' AND ')})`;

/**
 * An FTS5 MATCH expression for units. Only letters and digits inside double quotes reach SQLite.
 * @param begins which typed words also match as the beginning of a word: the last one, or every one of three letters and more
 */
export function expressionOf(units: readonly Unit[], begins: 'last' | 'every' | 'none', join: 'AND' | 'OR' = 'AND'): string {
  return units
    .map(({ typed, others, last }) => {
      const open = (index: number) =>
        (begins !== 'none' && last && index === typed.length - 1) || (begins === 'every' && (typed[index]?.length ?? 0) >= 3);
      return `(${[allOf(typed, open), ...others.map((words) => allOf(words, () => false))].join(' OR ')})`;
    })
    .join(` ${join} `);
}
