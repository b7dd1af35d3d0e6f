import type { Language } from '../../contract/values.ts';
import type { Slip } from '../slip.ts';
import { slipWords } from '../words/index.ts';

/** What the manager's test prints: every letter and sign a slip may hold, and a code. */
export const trialSlip = (language: Language): Slip => [
  { kind: 'title', text: slipWords[language].trial },
  { kind: 'text', text: slipWords[language].trialMore },
  { kind: 'pair', name: 'AAA', value: 'ZZZ' },
  { kind: 'code', text: 'Prévenance' },
];
