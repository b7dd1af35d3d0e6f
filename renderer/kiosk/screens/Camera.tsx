import { Trans } from '@lingui/react';
import { useState } from 'react';
import type { Input, Language, VisitView } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Scene } from '../layout/Scene.tsx';
import { send } from '../state/commands.ts';
import { goHome, setPanel } from '../state/view.ts';
import { ConsentQuestion } from './ConsentQuestion.tsx';
import { Failure } from './Failure.tsx';

/** The camera: off until this question is answered with yes, in this visit. */
export function Camera({ visit, language }: { readonly visit: VisitView; readonly language: Language }) {
  const [failed, setFailed] = useState(false);
  const answer = async (decision: 'given' | 'refused', shown: Input<'kiosk/consent'>['shown']) => {
    const done = await send('kiosk/consent', { purpose: 'camera', decision, shown });
    setFailed(done === null);
    if (done) goHome(decision === 'given' ? 'given-camera' : null);
  };
  const withdraw = async () => {
    const done = await send('kiosk/withdraw', { purpose: 'camera' });
    setFailed(done === null);
    if (done) goHome();
  };
  if (visit.camera === 'allowed') {
    return (
      <Scene
        title={<Trans id="camera.allowed" message="You have allowed the camera." />}
        lead={
          <Trans id="camera.allowed.more" message="It reads your expression, and how you touch the screen. No picture is kept." />
        }
      >
        {failed && <Failure />}
        <div className="answers answers-large">
          <Button onPress={() => void withdraw()}>
            <Trans id="camera.withdraw" message="Switch it off" />
          </Button>
          <Button onPress={() => goHome()}>
            <Trans id="camera.keep" message="Leave it on" />
          </Button>
        </div>
        <Button look="bare" onPress={() => setPanel('sees')}>
          <Trans id="camera.see.more" message="See what the camera sees" />
        </Button>
      </Scene>
    );
  }
  return (
    <ConsentQuestion
      purpose="camera"
      language={language}
      yes={<Trans id="camera.yes" message="Yes, use the camera" />}
      no={<Trans id="camera.no" message="No camera" />}
      onYes={(shown) => void answer('given', shown)}
      onNo={(shown) => void answer('refused', shown)}
      after={
        <Button look="bare" onPress={() => setPanel('about')}>
          <Trans id="about.open" message="What this kiosk does with your data" />
        </Button>
      }
    >
      {failed && <Failure />}
    </ConsentQuestion>
  );
}
