/**
 * How easily a text is read. English: Flesch (1948), *A new readability yardstick*, Journal of Applied Psychology 32(3), 221–233.
 * French: Kandel & Moles (1958), *Application de l'indice de Flesch à la langue française*, Cahiers d'études de radio-télévision 19, 253–274.
 * Both run from 0 to 100; 60 to 70 is plain, 80 and more is easy.
 */
export interface Readability {
  readonly score: number;
  readonly words: number;
  readonly wordsPerSentence: number;
  readonly syllablesPerWord: number;
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];

/** Sentences end at . ? ! … and at a colon or semicolon, where a reader rests as well. */
export const sentencesOf = (text: string): string[][] =>
  text
    .split(/[.?!…:;]+(?=\s|$)/)
    .map(wordsOf)
    .filter((words) => words.length > 0);

/** Groups of vowels, less the silent endings; every word has one at least. Right for about nine words of ten. */
const syllables: Readonly<Record<'fr' | 'en', (word: string) => number>> = {
  en: (word) => {
    const spoken = word.replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, (end) => end[0] ?? '');
    return spoken.match(/[aeiouy]+/g)?.length ?? 1;
  },
  fr: (word) => {
    const spoken = word.replace(/(?<=.[^aeiouyàâéèêëîïôùûœ])(?:e|es|ent)$/, '');
    return spoken.match(/[aeiouyàâéèêëîïôùûœ]+/g)?.length ?? 1;
  },
};

export function syllablesOf(word: string, language: 'fr' | 'en'): number {
  if (/^\p{N}+$/u.test(word)) return 1;
  return (
    word
      .toLowerCase()
      .split(/['’-]/)
      .filter((part) => part !== '')
      .reduce((sum, part) => sum + (part.length === 1 ? 0 : Math.max(1, syllables[language](part))), 0) || 1
  );
}

export function readability(texts: readonly string[], language: 'fr' | 'en'): Readability {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flat();
  const wordsPerSentence = words.length / sentences.length;
  const syllablesPerWord = words.reduce((sum, word) => sum + syllablesOf(word, language), 0) / words.length;
  const score =
    language === 'en'
      ? 206.835 - 1.015 * wordsPerSentence - 84.6 * syllablesPerWord
      : 207 - 1.015 * wordsPerSentence - 73.6 * syllablesPerWord;
  return { score, words: words.length, wordsPerSentence, syllablesPerWord };
}

/** A message as it is read: the longest branch of a plural, a word in place of each value. */
export const asRead = (message: string): string =>
  message
    .replace(/\{\w+\}/g, '12')
    .replace(/\{(\w+), (?:plural|selectordinal),((?: *(?:one|two|few|other|=\d+) \{[^{}]*\})+)\}/g, (_, __, branches: string) => {
      const all = [...branches.matchAll(/\{([^{}]*)\}/g)].map((m) => m[1] ?? '');
      return (all.toSorted((a, b) => b.length - a.length)[0] ?? '').replace('#', '2');
    })
    .replace(/<\/?\d+\/?>/g, '');
