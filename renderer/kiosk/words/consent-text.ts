import { sentencesOf } from '../../../shared/consent/statements.ts';
import type { ConsentWords, Input, Language, Purpose } from '../../../shared/contract/index.ts';
import { languageFor, wordsIn } from '../../../shared/words-in.ts';
import { useStation } from '../state/station.ts';

const none: ConsentWords = { version: '', fr: '', en: '' };

/** The words to ask with, as the station says they are now. */
export const useConsentWords = (purpose: Purpose): ConsentWords => useStation((s) => s.snapshot?.texts[purpose] ?? none);

/**
 * What a shopper reads before answering: the question first, then what follows from a yes, sentence by sentence. Words that are not there
 * in the shopper's language are shown in another, as the record says (`shownText`); `lang` names it and is undefined for their own.
 */
export function consentSentences(
  words: ConsentWords,
  language: Language,
): { readonly question: string; readonly sentences: string[]; readonly lang: Language | undefined } {
  const [question = '', ...sentences] = sentencesOf(wordsIn(words, language));
  const shown = languageFor(words, language);
  return { question, sentences, lang: shown === language ? undefined : shown };
}

/** The record of what was on the screen when the shopper answered. */
export const shownText = (words: ConsentWords, language: Language): Input<'kiosk/consent'>['shown'] => ({
  version: words.version,
  language: languageFor(words, language),
  text: wordsIn(words, language),
});
