import type { Language } from '../contract/values.ts';
import { contentOf, isFiller, longFillers, type Stems, wordsOf } from './fold.ts';
import { sameWords } from './same-words.ts';
import { keyOf, meant, type Token, tokensOf } from './tokens.ts';

/** What can be found: an identifier and its ways of being asked for, in one language. */
export interface Entry {
  readonly id: string;
  readonly phrases: readonly string[];
  /** Text that may hold what is asked without asking it, such as the answer. */
  readonly besides: string;
}

interface Doc {
  readonly id: string;
  readonly phrases: readonly ReadonlySet<string>[];
  /** How often a key occurs, phrases counting whole and `besides` in part. */
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

/** Everything that can be found, in one language. */
export interface Index {
  readonly language: Language;
  readonly stems: Stems;
  readonly docs: readonly Doc[];
  readonly idf: ReadonlyMap<string, number>;
  /** Of a key that no entry has. */
  readonly rarest: number;
  readonly meanLength: number;
  /** Words as they are written in the entries, for slips of the finger. */
  readonly words: ReadonlySet<string>;
}

/** Of Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3.2: the usual values. */
const k1 = 1.2;
const b = 0.75;
/** Weight of a word of the answer beside one of a phrase (BM25F's field weight). */
const besidesWeight = 0.25;

const longAlike = 8;

/** Reads the entries of one language. */
export function indexOf(entries: readonly Entry[], language: Language, stems: Stems): Index {
  const docs = entries.map(({ id, phrases, besides }): Doc => {
    const counts = new Map<string, number>();
    const sets = phrases.map((phrase) => new Set(tokensOf(phrase, language, stems).map(({ key }) => key)));
    for (const set of sets) for (const key of set) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const { key } of tokensOf(besides, language, stems)) counts.set(key, (counts.get(key) ?? 0) + besidesWeight);
    return { id, phrases: sets, counts, length: [...counts.values()].reduce((sum, n) => sum + n, 0) };
  });
  const among = new Map<string, number>();
  // An answer's words make no key common: only what entries are asked by does.
  for (const { counts } of docs) for (const [key, n] of counts) if (n >= 1) among.set(key, (among.get(key) ?? 0) + 1);
  // Words that stand for one an entry has may be mistyped, too; short ones are too near to words of the other language.
  const alike = [...sameWords[language]].flatMap(([word, key]) =>
    among.has(key) && word.length >= longAlike && !word.includes('_') ? [word] : [],
  );
  const weight = (n: number) => Math.log(1 + (docs.length - n + 0.5) / (n + 0.5));
  return {
    language,
    stems,
    docs,
    idf: new Map([...among].map(([key, n]) => [key, weight(n)])),
    rarest: weight(0),
    meanLength: docs.reduce((sum, { length }) => sum + length, 0) / Math.max(1, docs.length),
    words: new Set([...entries.flatMap(({ phrases }) => phrases.flatMap((phrase) => contentOf(phrase, language))), ...alike]),
  };
}

/** A token of a question as the index understands it. */
export interface Asked extends Token {
  readonly idf: number;
  /** What was typed, when it was read as something else. */
  readonly typed: string | null;
  readonly known: boolean;
}

/** Reads a question, forgiving slips of the finger in words that nothing knows. */
export function read(question: string, index: Index): Asked[] {
  const { idf, language, stems, words, rarest } = index;
  const typed = new Map<string, string>();
  const mended = wordsOf(question).flatMap((word) => {
    if (isFiller(word, language) || words.has(word) || idf.has(keyOf(word, language, stems))) return [word];
    const other = meant(word, words);
    if (other !== null) {
      typed.set(other, word);
      return [other];
    }
    return meant(word, longFillers[language]) === null ? [word] : [];
  });
  return tokensOf(mended.join(' '), language, stems).map((token) => ({
    ...token,
    idf: idf.get(token.key) ?? rarest,
    typed: typed.get(token.word) ?? null,
    known: idf.has(token.key),
  }));
}

/** How well one entry fits a question. */
export interface Fit {
  readonly id: string;
  /** Keys that the question and the entry share. */
  readonly shared: readonly Asked[];
  /** BM25, as a share of what the question could reach at most, 0–1. */
  readonly bm25: number;
  /** Share of the question's weight that the entry knows, 0–1. */
  readonly covered: number;
  /** Nearest phrase: the weight shared over the weight of both together, 0–1. */
  readonly nearest: number;
}

const weightOf = (keys: Iterable<string>, index: Index): number => {
  let sum = 0;
  for (const key of keys) sum += index.idf.get(key) ?? index.rarest;
  return sum;
};

/** Every entry that shares something with the question, best first. */
export function rank(asked: readonly Asked[], index: Index): Fit[] {
  const whole = asked.reduce((sum, { idf }) => sum + idf, 0);
  if (whole === 0) return [];
  const keys = new Set(asked.map(({ key }) => key));
  return index.docs
    .flatMap((doc): Fit[] => {
      const shared = asked.filter(({ key }) => doc.counts.has(key));
      if (shared.length === 0) return [];
      const longer = 1 - b + (b * doc.length) / index.meanLength;
      let score = 0;
      let covered = 0;
      for (const { key, idf } of shared) {
        const n = doc.counts.get(key) as number;
        score += (idf * (n * (k1 + 1))) / (n + k1 * longer);
        covered += n >= 1 ? idf : idf * besidesWeight;
      }
      const nearest = Math.max(
        0,
        ...doc.phrases.map((phrase) => {
          const both = weightOf(
            [...phrase].filter((key) => keys.has(key)),
            index,
          );
          return both / (whole + weightOf(phrase, index) - both);
        }),
      );
      return [{ id: doc.id, shared, bm25: score / (whole * (k1 + 1)), covered: covered / whole, nearest }];
    })
    .sort((a, z) => strength(z) - strength(a));
}

/** One figure to sort by: the words themselves, and whether somebody asked just so. */
export const strength = ({ bm25, covered, nearest }: Fit): number => bm25 + covered + nearest;
