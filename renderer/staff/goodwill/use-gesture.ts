import { useState } from 'react';
import type { GoodwillReason } from '../../../shared/contract/index.ts';
import { type Cents, cents } from '../../../shared/units.ts';
import { useActions, useDesk } from '../use-desk.tsx';

interface Draft {
  readonly amount: Cents | null;
  readonly reason: GoodwillReason | null;
  readonly words: string;
  readonly to: 'voucher' | 'customer';
  readonly number: string;
}

/** A gesture as it is put together. An amount that no longer fits into the budget has to be chosen anew. */
export function useGesture(reason: GoodwillReason | null) {
  const { grant } = useActions();
  const left = useDesk((desk) => desk.snapshot?.goodwill?.leftCents ?? cents(0));
  const free = useDesk((desk) => desk.errand === null);
  const [draft, setDraft] = useState<Draft>({ amount: null, reason, words: '', to: 'voucher', number: '' });
  const amount = draft.amount !== null && draft.amount <= left ? draft.amount : null;
  const words = draft.words.trim();
  const number = draft.number.trim();
  const saidWhy = draft.reason !== null && (draft.reason !== 'other' || words !== '');
  return {
    left,
    draft: { ...draft, amount },
    change: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
    ready: free && amount !== null && saidWhy && (draft.to === 'voucher' || number !== ''),
    give() {
      if (amount === null || draft.reason === null) return;
      void grant({
        amountCents: amount,
        reason: draft.reason,
        words: words === '' ? null : words,
        to: draft.to === 'voucher' ? { kind: 'voucher' } : { kind: 'customer', number },
      });
    },
  };
}
