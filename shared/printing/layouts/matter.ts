import type { MatterReceipt } from '../../contract/matters.ts';
import type { Language } from '../../contract/values.ts';
import { inThrees } from '../../voice/reference.ts';
import { dayInWords } from '../figures.ts';
import type { Slip } from '../slip.ts';
import { slipWords } from '../words/index.ts';

/** What opens the answer to a complaint or an idea. What was written stands nowhere on it. */
export function matterSlip({ kind, reference, code, owner, dueOn }: MatterReceipt, language: Language): Slip {
  const words = slipWords[language];
  return [
    { kind: 'title', text: words.matter[kind] },
    { kind: 'pair', name: words.reference, value: inThrees(reference) },
    { kind: 'pair', name: words.code, value: inThrees(code) },
    { kind: 'text', text: words.answers(owner, dayInWords(dueOn, language)) },
    { kind: 'text', text: words.follow },
  ];
}
