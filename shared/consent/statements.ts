import type { InLanguages } from '../contract/store-words.ts';
import { Language, type Purpose } from '../contract/values.ts';

/** What a consent text must say before anybody is asked with it. */
export type Statement = 'question' | 'stop' | 'free' | 'kept' | 'stored' | 'short';

/** Words of a sentence at most: it is read standing. */
const MOST_WORDS = 12;

type Phrase = 'stop' | 'free' | 'years' | 'visit' | 'unstored' | 'employees';

/** By what each language says it. */
const phrases: Readonly<Record<Language, Readonly<Record<Phrase, RegExp>>>> = {
  fr: {
    stop: /un seul geste, sur n[’']importe quel écran/i,
    free: /si vous refusez/i,
    years: /trois ans après votre dernière visite/i,
    visit: /cette visite seulement/i,
    unstored: /rien n[’']est enregistré/i,
    employees: /la personne que vous appelez voit/i,
  },
  en: {
    stop: /one tap, on any screen/i,
    free: /if you say no/i,
    years: /three years after your last visit/i,
    visit: /this visit only/i,
    unstored: /nothing is recorded/i,
    employees: /the person you call sees/i,
  },
};

const required: Readonly<Record<Purpose, Partial<Record<Statement, Phrase>>>> = {
  recognition: { stop: 'stop', free: 'free', kept: 'years' },
  history: { stop: 'stop', free: 'free', kept: 'years' },
  diet: { stop: 'stop', free: 'free', kept: 'years' },
  camera: { stop: 'stop', free: 'free', kept: 'visit', stored: 'unstored' },
};

/** Whether the words tell, in every language they are there in, that the employee who is called sees what the store knows. */
export const saysEmployeesSee = (words: InLanguages<string>): boolean =>
  Language.options.every((language) => words[language] === undefined || phrases[language].employees.test(words[language]));

/** A text sentence by sentence. */
export const sentencesOf = (words: string): string[] => words.split(/(?<=[.?])\s+(?=\p{Lu})/u);

/** What a text in one language fails to say, in the order it is read. A store can word these otherwise, but not leave them out. */
export function missingStatements(purpose: Purpose, language: Language, words: string): Statement[] {
  const missing: Statement[] = /^[^.!?]+\?/.test(words) ? [] : ['question'];
  for (const [statement, phrase] of Object.entries(required[purpose]))
    if (!phrases[language][phrase].test(words)) missing.push(statement as Statement);
  const long = sentencesOf(words).some((one) => one.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length > MOST_WORDS);
  return long ? [...missing, 'short'] : missing;
}
