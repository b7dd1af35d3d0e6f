import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Scene } from '../layout/Scene.tsx';
import { Failure } from '../screens/Failure.tsx';
import { Keepsake } from '../screens/Keepsake.tsx';
import { send } from '../state/commands.ts';

/** A code to photograph: shown again at a kiosk with a scanner, it opens this account. */
export function Card({ onBack }: { readonly onBack: () => void }) {
  const { i18n } = useLingui();
  const [code, setCode] = useState<string | null>(null);
  const [said, setSaid] = useState<'failed' | 'stopped' | null>(null);
  const make = async () => {
    const answer = await send('kiosk/card-make', {});
    setCode(answer?.code ?? null);
    setSaid(answer === null ? 'failed' : null);
  };
  const stop = async () => setSaid((await send('kiosk/card-stop', {})) === null ? 'failed' : 'stopped');
  if (code !== null) {
    return (
      <Keepsake
        title={<Trans id="card.take" message="Take a picture of this card" />}
        lead={<Trans id="card.take.more" message="Whoever holds it opens your account. A card you had before has ended." />}
        code={{ text: code, label: i18n._({ id: 'card.code', message: 'Your card as a code' }) }}
        onDone={onBack}
      />
    );
  }
  return (
    <Scene
      shape="list"
      onBack={onBack}
      title={<Trans id="account.card" message="A card for my telephone" />}
      lead={<Trans id="card.lead" message="It opens your account here when you have no beacon with you." />}
    >
      {said === 'failed' && <Failure />}
      {said === 'stopped' && <Notice tone="good" title={<Trans id="card.stopped" message="No card opens your account now." />} />}
      <div className="answers answers-large">
        <Button onPress={() => void make()}>
          <Trans id="card.make" message="Make a new card" />
        </Button>
        <Button onPress={() => void stop()}>
          <Trans id="card.stop" message="My card is lost: end it" />
        </Button>
      </div>
    </Scene>
  );
}
