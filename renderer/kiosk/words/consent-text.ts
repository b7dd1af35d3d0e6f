import { sentencesOf } from '../../../shared/consent/statements.ts';
import type { ConsentWords, Input, Language, Purpose } from '../../../shared/contract/index.ts';
import { useStation } from '../state/station.ts';

const none: ConsentWords = { version: '', fr: '', en: '' };

/** The words to ask with, as the station says they are now. */
export const useConsentWords = (purpose: Purpose): ConsentWords => useStation((s) => s.snapshot?.texts[purpose] ?? none);

/** What a shopper reads before answering: the question first, then what follows from a yes, sentence by sentence. */
export function consentSentences(
  words: ConsentWords,
  language: Language,
): { readonly question: string; readonly sentences: string[] } {
  const [question = '', ...sentences] = sentencesOf(words[language]);
  return { question, sentences };
}

/** The record of what was on the screen when the shopper answered. */
export const shownText = (words: ConsentWords, language: Language): Input<'kiosk/consent'>['shown'] => ({
  version: words.version,
  language,
  text: words[language],
});
