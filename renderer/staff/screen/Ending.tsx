import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react';
import { useEffect, useRef, useState } from 'react';
import type { CallOutcome, StaffCall } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { useActions } from '../use-desk.tsx';
import { useSettled } from '../use-settled.ts';

const outcomes: readonly { readonly value: CallOutcome; readonly words: MessageDescriptor }[] = [
  { value: 'helped', words: /*i18n*/ { id: 'staff.outcome.helped', message: 'Helped' } },
  { value: 'could-not-help', words: /*i18n*/ { id: 'staff.outcome.could-not-help', message: 'Could not help' } },
  { value: 'nobody-there', words: /*i18n*/ { id: 'staff.outcome.nobody-there', message: 'Nobody there' } },
];

/** How the call ended, and whether a person was needed: the second answer is the tap that sends both. */
export function Ending(props: { readonly call: StaffCall; readonly busy: boolean; readonly onClose: () => void }) {
  const { i18n } = useLingui();
  const { resolve } = useActions();
  const [outcome, setOutcome] = useState<CallOutcome>('helped');
  const settled = useSettled();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const end = (helpNeeded: boolean) => void resolve(props.call, outcome, helpNeeded);

  return (
    <section className="ending">
      <h2 ref={heading} tabIndex={-1} className="unseen">
        <Trans id="staff.ending.title" message="Resolve the call" />
      </h2>
      <Choice
        label={<Trans id="staff.ending.outcome" message="How did it end?" />}
        value={outcome}
        onChange={setOutcome}
        options={outcomes.map(({ value, words }) => ({ value, label: i18n._(words) }))}
      />
      <p className="field-label" id="needed">
        <Trans id="staff.ending.needed" message="Was a person needed? Your answer resolves the call." />
      </p>
      <div className="ending-answers">
        <Button look="primary" isDisabled={!settled} onPress={() => end(true)}>
          <Trans id="staff.ending.needed-yes" message="Help was needed" />
        </Button>
        <Button look="plain" isDisabled={!settled} onPress={() => end(false)}>
          <Trans id="staff.ending.needed-no" message="Not really" />
        </Button>
      </div>
      <Button look="bare" isDisabled={!settled} onPress={props.onClose}>
        <Trans id="staff.ending.back" message="Not yet" />
      </Button>
    </section>
  );
}
