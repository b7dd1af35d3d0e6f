import { Trans } from '@lingui/react';
import type { ReactNode } from 'react';
import type { CallReason, VisitView } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { callPerson, send } from '../state/commands.ts';

/** Why a person is proposed: what happened with the task, never a mood and never what a face looked like. */
function because(code: string | undefined): ReactNode {
  switch (code) {
    case 'search-empty':
    case 'search-repeated':
      return <Trans id="proposal.search" message="Your searches found nothing so far." />;
    case 'question-unanswered':
      return <Trans id="proposal.question" message="We had no answer to your question." />;
    case 'repeated-failure':
      return <Trans id="proposal.repeated" message="This screen has not found what you need." />;
    case 'health':
      return <Trans id="proposal.health" message="A person should answer this, not a machine." />;
    case 'error':
    case 'idle-after-error':
      return <Trans id="proposal.error" message="Something here did not work." />;
    default:
      return <Trans id="proposal.other" message="A person may be quicker here." />;
  }
}

/** What the call is raised with when the shopper says yes. */
const reasonOf = (code: string | undefined): CallReason =>
  code === 'health' ? 'product-advice' : code === 'repeated-failure' ? 'repeated-failure' : 'difficulty';

/** Proposes a person, with one sentence why. Saying no costs one tap, and is not asked again by the page. */
export function Proposal({ proposal }: { readonly proposal: NonNullable<VisitView['proposal']> }) {
  return (
    <section className="strip strip-proposal" role="status">
      <p className="strip-words">
        {because(proposal.because[0])}{' '}
        <strong>
          <Trans id="proposal.title" message="Would you like someone to come?" />
        </strong>
      </p>
      <div className="answers">
        <Button onPress={() => void callPerson(reasonOf(proposal.because[0]))}>
          <Trans id="proposal.yes" message="Yes, please" />
        </Button>
        <Button onPress={() => void send('kiosk/proposal-dismiss', {})}>
          <Trans id="proposal.no" message="I’m fine" />
        </Button>
      </div>
    </section>
  );
}
