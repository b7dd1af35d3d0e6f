import { Trans } from '@lingui/react';
import { useState } from 'react';
import type { Input, Language, Purpose } from '../../../shared/contract/index.ts';
import { send } from '../state/commands.ts';
import { goHome } from '../state/view.ts';
import { ConsentQuestion } from './ConsentQuestion.tsx';
import { Failure } from './Failure.tsx';

/** The words have another meaning than those that were agreed to: they are asked once more, and can wait. */
export function AskAgain(props: { readonly purpose: Purpose; readonly language: Language; readonly onLater: () => void }) {
  const { purpose, language, onLater } = props;
  const [failed, setFailed] = useState(false);
  const answer = async (decision: 'given' | 'refused', shown: Input<'kiosk/consent'>['shown']) => {
    const done = await send('kiosk/consent', { purpose, decision, shown });
    setFailed(done === null);
    if (done && decision === 'refused' && purpose === 'recognition') goHome('left');
    if (done && decision === 'given') goHome(purpose === 'history' ? 'given-history' : 'given-recognition');
  };
  return (
    <ConsentQuestion
      key={purpose}
      purpose={purpose}
      language={language}
      over={<Trans id="again.over" message="Our words have changed, so we ask again." />}
      onBack={onLater}
      yes={
        purpose === 'recognition' ? (
          <Trans id="join.recognition.yes" message="Yes, recognise me" />
        ) : (
          <Trans id="join.history.yes" message="Yes, use my purchases" />
        )
      }
      no={
        purpose === 'recognition' ? (
          <Trans id="again.leave" message="No, leave and erase" />
        ) : (
          <Trans id="join.no" message="No, thank you" />
        )
      }
      onYes={(shown) => void answer('given', shown)}
      onNo={(shown) => void answer('refused', shown)}
    >
      {failed && <Failure />}
    </ConsentQuestion>
  );
}
