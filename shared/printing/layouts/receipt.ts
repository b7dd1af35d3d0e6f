import type { Language, Purpose } from '../../contract/values.ts';
import { dayInWords } from '../figures.ts';
import type { Slip } from '../slip.ts';
import { slipWords } from '../words/index.ts';

/** What a consent receipt says. */
export interface ReceiptFacts {
  readonly purpose: Purpose;
  readonly yes: boolean;
  /** Store-local day of the answer. */
  readonly date: string;
  /** Version of the words that were read. */
  readonly version: string;
  /** The receipt as text, with its proof. */
  readonly proof: string;
}

/** The shopper's answer, with its proof as a code: on paper it can be kept, and asked about. No name and no number stand on it. */
export function receiptSlip(facts: ReceiptFacts, language: Language): Slip {
  const words = slipWords[language];
  return [
    { kind: 'title', text: words.receipt },
    { kind: 'text', text: words.purpose[facts.purpose] },
    { kind: 'pair', name: dayInWords(facts.date, language), value: facts.yes ? words.yes : words.no },
    { kind: 'pair', name: words.question, value: facts.version },
    { kind: 'code', text: facts.proof },
    { kind: 'text', text: words.proof },
  ];
}
