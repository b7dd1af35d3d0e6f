import { Trans } from '@lingui/react';
import { useState } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { SprigArt } from '../art/SprigArt.tsx';
import { Scene } from '../layout/Scene.tsx';
import { send } from '../state/commands.ts';
import { Failure } from './Failure.tsx';

interface EraseMatterProps {
  readonly matterKey: Input<'kiosk/matter-erase'>;
  readonly onKeep: () => void;
  readonly onErased: () => void;
}

/** Asked once: nothing brings it back. */
export function EraseMatter({ matterKey, onKeep, onErased }: EraseMatterProps) {
  const [state, setState] = useState<'asked' | 'failed' | 'erased'>('asked');
  const erase = async () => {
    const told = await send('kiosk/matter-erase', matterKey);
    setState(told?.result === 'erased' ? 'erased' : 'failed');
  };
  if (state === 'erased')
    return (
      <Scene
        told
        onBack={null}
        picture={<SprigArt />}
        title={<Trans id="matter.erased" message="It is erased." />}
        lead={<Trans id="matter.erased.more" message="Your words and our answer are gone, from our copies as well." />}
      >
        <Button onPress={onErased}>
          <Trans id="matter.erased.on" message="Carry on" />
        </Button>
      </Scene>
    );
  return (
    <Scene
      told
      onBack={onKeep}
      picture={<SprigArt />}
      title={<Trans id="matter.erase.title" message="Erase it for good?" />}
      lead={<Trans id="matter.erase.lead" message="Your words and our answer go. Nobody will answer any more." />}
    >
      {state === 'failed' && <Failure />}
      <div className="answers answers-large">
        <Button onPress={onKeep}>
          <Trans id="matter.keep" message="Keep it" />
        </Button>
        <Button onPress={() => void erase()}>
          <Trans id="matter.erase.yes" message="Erase it" />
        </Button>
      </div>
    </Scene>
  );
}
