import { Trans } from '@lingui/react';
import type { ReactNode } from 'react';
import type { Language, MatterView } from '../../../shared/contract/index.ts';
import { weekday } from '../../ui/format.ts';

const outcomes: Readonly<Record<NonNullable<MatterView['outcome']>, ReactNode>> = {
  settled: <Trans id="matter.settled" message="Settled, as you said" />,
  'put-right': <Trans id="matter.put-right" message="We have put it right" />,
  'not-put-right': <Trans id="matter.not-put-right" message="We could not put it right" />,
  done: <Trans id="matter.done" message="We have taken up your idea" />,
  'not-done': <Trans id="matter.not-done" message="We do not take up your idea" />,
};

/** Where it stands, in one line. */
export function matterTitle({ state, outcome, kind }: MatterView): ReactNode {
  if (outcome !== null) return outcomes[outcome];
  switch (state) {
    case 'received':
      return kind === 'idea' ? (
        <Trans id="matter.received.idea" message="We have your idea" />
      ) : (
        <Trans id="matter.received" message="We have your complaint" />
      );
    case 'looking':
      return <Trans id="matter.looking" message="We are looking into it" />;
    case 'reopened':
      return <Trans id="matter.reopened" message="It is open again" />;
    default:
      return <Trans id="matter.answered" message="Here is our answer" />;
  }
}

/** Who answers and by when, or what the answer is still missing. */
export function matterLead(matter: MatterView, language: Language): ReactNode {
  const { state, owner, dueOn, overdue, outcome } = matter;
  if (outcome !== null) return null;
  if (state === 'answered') return matter.settles && <Trans id="matter.ask" message="Does it settle the matter for you?" />;
  const values = { name: owner, day: weekday(dueOn, language) };
  if (overdue)
    return (
      <Trans id="matter.overdue" message="We promised an answer by {day}. We are late, and the manager knows." values={values} />
    );
  return owner === null ? (
    <Trans id="matter.due.manager" message="The manager answers by {day}." values={values} />
  ) : (
    <Trans id="matter.due" message="{name} answers by {day}." values={values} />
  );
}
