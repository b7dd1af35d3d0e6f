import { Trans } from '@lingui/react';
import { useFacts } from '../../transparency/use-facts.ts';
import { About } from '../../transparency/words/About.tsx';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Scene } from '../layout/Scene.tsx';
import { setPanel } from '../state/view.ts';
import { Failure } from './Failure.tsx';

/** The page for shoppers, on the kiosk itself: the same words as on their telephone. */
export function AboutKiosk() {
  const { facts, failed, again } = useFacts();
  return (
    <Scene
      shape="list"
      onBack={() => setPanel(null)}
      title={<Trans id="about.title" message="What this kiosk does with your data" />}
    >
      {failed ? <Failure again={again} /> : facts === null ? <Skeleton /> : <About facts={facts} />}
      <Button look="primary" onPress={() => setPanel(null)}>
        <Trans id="about.close" message="Close" />
      </Button>
    </Scene>
  );
}
