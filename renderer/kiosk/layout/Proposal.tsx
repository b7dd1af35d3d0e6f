import { Trans, useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { CallReason, VisitView } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { callPerson, send } from '../state/commands.ts';
import { whatFailed } from '../words/because.ts';

type Proposed = NonNullable<VisitView['proposal']>;

/** Why a person is proposed, in one sentence: what happened with the task, never a mood and never what a face looked like. */
function Why({ because }: Proposed): ReactNode {
  const { i18n } = useLingui();
  const code = because[0]?.code;
  if (code === 'health') return <Trans id="proposal.health" message="A person should answer this, not a machine." />;
  if (code === 'giving-up' || code === 'anger') return <Trans id="proposal.words" message="What you wrote calls for a person." />;
  const what = whatFailed(because, i18n);
  if (what !== '') return <Trans id="proposal.what" message="What did not work: {what}." values={{ what }} />;
  if (code === 'repeated-failure') return <Trans id="proposal.repeated" message="This screen has not found what you need." />;
  return <Trans id="proposal.other" message="A person may be quicker here." />;
}

/** What the call is raised with when the shopper says yes. */
const reasonOf = (code: string | undefined): CallReason =>
  code === 'health' ? 'product-advice' : code === 'repeated-failure' ? 'repeated-failure' : 'difficulty';

/** Proposes a person, with one sentence why. Saying no costs one tap, and holds unless things get worse. */
export function Proposal({ proposal }: { readonly proposal: Proposed }) {
  return (
    <section className="strip strip-proposal" role="status">
      <p className="strip-words">
        <Why because={proposal.because} />{' '}
        <strong>
          <Trans id="proposal.title" message="Would you like someone to come?" />
        </strong>
      </p>
      <div className="answers">
        <Button onPress={() => void callPerson(reasonOf(proposal.because[0]?.code))}>
          <Trans id="proposal.yes" message="Yes, please" />
        </Button>
        <Button onPress={() => void send('kiosk/proposal-dismiss', {})}>
          <Trans id="proposal.no" message="I’m fine" />
        </Button>
      </div>
    </section>
  );
}
