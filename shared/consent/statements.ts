import type { Language, Purpose } from '../contract/values.ts';

/** What a consent text must say before anybody is asked with it. */
export type Statement = 'question' | 'stop' | 'free' | 'kept' | 'stored' | 'short';

/** Words of a sentence at most: it is read standing. */
const MOST_WORDS = 12;

const stop = { fr: /un seul geste, sur n[’']importe quel écran/i, en: /one tap, on any screen/i };
const free = { fr: /si vous refusez/i, en: /if you say no/i };
const years = { fr: /trois ans après votre dernière visite/i, en: /three years after your last visit/i };
const visit = { fr: /cette visite seulement/i, en: /this visit only/i };
const unstored = { fr: /rien n[’']est enregistré/i, en: /nothing is recorded/i };

const required: Readonly<Record<Purpose, Partial<Record<Statement, Record<Language, RegExp>>>>> = {
  recognition: { stop, free, kept: years },
  history: { stop, free, kept: years },
  diet: { stop, free, kept: years },
  camera: { stop, free, kept: visit, stored: unstored },
};

/** Whether the words tell that the employee who is called sees what the store knows. */
const employees: Record<Language, RegExp> = { fr: /la personne que vous appelez voit/i, en: /the person you call sees/i };
export const saysEmployeesSee = (words: Readonly<Record<Language, string>>): boolean =>
  employees.fr.test(words.fr) && employees.en.test(words.en);

/** A text sentence by sentence. */
export const sentencesOf = (words: string): string[] => words.split(/(?<=[.?])\s+(?=\p{Lu})/u);

/** What a text in one language fails to say, in the order it is read. A store can word these otherwise, but not leave them out. */
export function missingStatements(purpose: Purpose, language: Language, words: string): Statement[] {
  const missing: Statement[] = /^[^.!?]+\?/.test(words) ? [] : ['question'];
  for (const [statement, patterns] of Object.entries(required[purpose]))
    if (!patterns[language].test(words)) missing.push(statement as Statement);
  const long = sentencesOf(words).some((one) => one.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length > MOST_WORDS);
  return long ? [...missing, 'short'] : missing;
}
