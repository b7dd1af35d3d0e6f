import { currentText } from '../../../shared/consent/texts.ts';
import type { Input, Language, Purpose } from '../../../shared/contract/index.ts';

/** What a shopper reads before answering: the question first, then what follows from a yes, sentence by sentence. */
export function consentSentences(
  purpose: Purpose,
  language: Language,
): { readonly question: string; readonly sentences: string[] } {
  const [question = '', ...sentences] = currentText(purpose)[language].split(/(?<=[.?])\s+(?=\p{Lu})/u);
  return { question, sentences };
}

/** The record of what was on the screen when the shopper answered. */
export const shownText = (purpose: Purpose, language: Language): Input<'kiosk/consent'>['shown'] => ({
  version: currentText(purpose).version,
  language,
  text: currentText(purpose)[language],
});
