import type { Language } from '../contract/index.ts';
import { contentOf, type Stems, wordsOf } from './fold.ts';
import { perLanguage, setOf } from './words/index.ts';

/** Why another wording of an answer is not taken. */
export type Unfaithful = 'numbers' | 'facts' | 'names' | 'negations' | 'form' | 'length' | 'other-words';

const binding = perLanguage((words) => setOf(words.binding));
const facts = perLanguage((words) => setOf(words.facts));

const most = 1.6;
const least = 0.5;
/** At least this share of the original's own words must still be there, and of the new wording's words have been there. */
const kept = 0.4;

const sorted = (values: readonly string[]): string => values.toSorted().join(' ');
/** Digits with what belongs to them: "8 h 30", "8:30", "1,50 €", "30 %". Only how they are spaced may differ. */
const numbersOf = (text: string): string =>
  sorted(
    [...text.matchAll(/[€$£]?\s?\d+(?:[\s.,:h]*\d+)*\s?(?:[€$£%]|h\b|km\b|kg\b)?/giu)].map(([found]) =>
      found.toLowerCase().replace(/\s/gu, ''),
    ),
  );
const among = (text: string, set: ReadonlySet<string>): string => sorted(wordsOf(text).filter((word) => set.has(word)));
/** Capitals that do not begin a sentence, and what stands in quotation marks. */
const namesOf = (text: string): readonly string[] => {
  const inside = [...text.matchAll(/(?<![.!?:…]\s*|^\s*|[«“"]\s?)\p{Lu}[\p{L}\p{M}’'-]*/gu)].map(([found]) => found);
  const quoted = [...text.matchAll(/[«“"]\s?([^»”"]+?)\s?[»”"]/gu)].map(([, found]) => found ?? '');
  return [...inside, ...quoted].map((name) => wordsOf(name).join(' '));
};

/**
 * Why a re-phrasing may not stand for the original; null when it may. It errs on the side of the original: whoever wrote the answer
 * meant every number, time, price, name and "not" in it.
 */
export function unfaithful(original: string, wording: string, language: Language, stems: Stems): Unfaithful | null {
  if (wording.length > original.length * most + 20 || wording.length < original.length * least) return 'length';
  // Markup, addresses, lists, questions back and talk of a machine about itself are no answer of a store.
  if (/[<>{}[\]|*#`_\\]|https?:|www\.|@|\n|\?|!/iu.test(wording)) return 'form';
  if (numbersOf(original) !== numbersOf(wording)) return 'numbers';
  if (among(original, facts[language]) !== among(wording, facts[language])) return 'facts';
  if (among(original, binding[language]) !== among(wording, binding[language])) return 'negations';
  const words = new Set(wordsOf(wording));
  const before = new Set(wordsOf(original));
  const lost = namesOf(original).some((name) => name.split(' ').some((word) => !words.has(word)));
  const added = namesOf(wording).some((name) => name.split(' ').some((word) => !before.has(word)));
  if (lost || added) return 'names';
  // Numbers and days are the same already; what counts is everything around them.
  const keys = (text: string) =>
    new Set(
      contentOf(text, language)
        .filter((word) => word.length > 1 && !/\d/.test(word) && !facts[language].has(word))
        .map((word) => stems[language](word)),
    );
  const own = keys(original);
  const theirs = keys(wording);
  const common = [...own].filter((key) => theirs.has(key)).length;
  return common < kept * own.size || common < kept * theirs.size ? 'other-words' : null;
}
