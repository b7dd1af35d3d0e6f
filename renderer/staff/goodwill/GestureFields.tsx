import { Trans, useLingui } from '@lingui/react';
import type { GoodwillReason } from '../../../shared/contract/index.ts';
import { cents } from '../../../shared/units.ts';
import { spoken } from '../../i18n/setup.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { money } from '../../ui/format.ts';
import { goodwillReasonWords } from '../words/suggestion-words.ts';
import { amounts } from './amounts.ts';
import type { useGesture } from './use-gesture.ts';

const reasons = Object.keys(goodwillReasonWords) as GoodwillReason[];

/** How much, why, and how. */
export function GestureFields({ left, draft, change }: Pick<ReturnType<typeof useGesture>, 'left' | 'draft' | 'change'>) {
  const { i18n } = useLingui();
  return (
    <>
      <Choice
        label={
          <Trans
            id="staff.goodwill.amount"
            message="How much? Up to {left}, without asking anybody."
            values={{ left: money(left, spoken()) }}
          />
        }
        value={draft.amount === null ? null : String(draft.amount)}
        onChange={(value) => change({ amount: cents(Number(value)) })}
        options={amounts(left).map((each) => ({ value: String(each), label: money(each, spoken()) }))}
      />
      <Choice
        label={<Trans id="staff.goodwill.why" message="Why?" />}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        options={reasons.map((value) => ({ value, label: i18n._(goodwillReasonWords[value]) }))}
      />
      <Field
        label={
          draft.reason === 'other' ? (
            <Trans id="staff.goodwill.words" message="In a few words" />
          ) : (
            <Trans id="staff.goodwill.words-optional" message="In a few words, if you like" />
          )
        }
        hint={<Trans id="staff.goodwill.words-hint" message="About what happened, not about the person." />}
        value={draft.words}
        onChange={(words) => change({ words })}
        maxLength={120}
      />
      <Choice
        label={<Trans id="staff.goodwill.to" message="How?" />}
        value={draft.to}
        onChange={(to) => change({ to })}
        options={[
          { value: 'voucher', label: i18n._({ id: 'staff.goodwill.voucher', message: 'Voucher' }) },
          { value: 'customer', label: i18n._({ id: 'staff.goodwill.customer', message: 'Customer number' }) },
        ]}
      />
      {draft.to === 'customer' && (
        <Field
          label={<Trans id="staff.goodwill.number" message="The number the customer gives you" />}
          value={draft.number}
          onChange={(number) => change({ number })}
          maxLength={40}
          spellCheck="false"
        />
      )}
    </>
  );
}
