import type { Language } from '../contract/values.ts';

/** First sentences to a shopper, in the shopper's own language: an employee may speak it better than they write it. */
interface Openings {
  readonly hello: (name: string | null) => string;
  readonly complaint: string;
  readonly question: string;
  readonly fault: string;
  readonly advice: string;
  readonly asked: string;
  readonly searched: (text: string) => string;
}

export const openings: Readonly<Record<Language, Openings>> = {
  fr: {
    hello: (name) => (name === null ? 'Bonjour,' : `Bonjour ${name},`),
    complaint: 'je vous écoute.',
    question: 'vous aviez une question : je vous écoute.',
    fault: 'la borne vous a fait défaut, je prends le relais.',
    advice: 'quel produit vous intéresse ?',
    asked: 'que puis-je faire pour vous ?',
    searched: (text) => `vous cherchiez « ${text} » : regardons ensemble.`,
  },
  en: {
    hello: (name) => (name === null ? 'Hello,' : `Hello ${name},`),
    complaint: 'I am listening.',
    question: 'you had a question: I am listening.',
    fault: 'the kiosk let you down, so let me help.',
    advice: 'which product would you like to know about?',
    asked: 'what can I do for you?',
    searched: (text) => `you were looking for “${text}”: let us look together.`,
  },
};
