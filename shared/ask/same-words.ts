import { perLanguage } from './words/index.ts';

/**
 * From a word, or two joined by `_`, to what stands for its group. A group makes matching broader, never an answer: a store's own examples
 * decide what is answered.
 */
export const sameWords = perLanguage(
  ({ sameWords }): ReadonlyMap<string, string> =>
    new Map(
      sameWords.flatMap((line) => {
        const words = line.split(' ');
        return words.map((word) => [word, `=${words[0]}`] as const);
      }),
    ),
);
