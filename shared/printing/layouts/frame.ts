import type { Language } from '../../contract/values.ts';
import { dayInWords } from '../figures.ts';
import type { Slip, SlipFrame } from '../slip.ts';
import { slipWords } from '../words/index.ts';

/** Puts the store above a slip, and below it when it was printed. */
export const framed = (frame: SlipFrame, language: Language, parts: Slip): Slip => [
  { kind: 'head', text: frame.store },
  ...parts,
  { kind: 'rule' },
  { kind: 'text', text: slipWords[language].printed(dayInWords(frame.date, language), frame.time) },
];
