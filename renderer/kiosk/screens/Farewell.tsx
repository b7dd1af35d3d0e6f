import { Trans } from '@lingui/react';
import { Button } from '../../ui/Button.tsx';
import { SprigArt } from '../art/SprigArt.tsx';
import { Scene } from '../layout/Scene.tsx';
import { wake } from '../state/commands.ts';
import { useFarewell } from '../state/farewell.ts';
import { FeedbackQuestion } from './FeedbackQuestion.tsx';

/** The visit is over. Nothing of it is left on this screen. */
export function Farewell() {
  const asks = useFarewell((f) => f.asks);
  return (
    <Scene
      serif
      told={!asks}
      onBack={null}
      picture={<SprigArt />}
      title={<Trans id="farewell" message="Thank you, and see you soon." />}
      lead={<Trans id="farewell.more" message="This screen has forgotten your visit." />}
    >
      {asks && <FeedbackQuestion />}
      <Button look={asks ? 'quiet' : 'plain'} onPress={() => void wake()}>
        <Trans id="farewell.next" message="Someone else? Begin here" />
      </Button>
    </Scene>
  );
}
