import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import type { Output, Picture } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Scene } from '../layout/Scene.tsx';
import { Failure } from '../screens/Failure.tsx';
import { Keepsake } from '../screens/Keepsake.tsx';
import { PictureGrid } from '../screens/PictureGrid.tsx';
import { send } from '../state/commands.ts';

/** A code to photograph: shown again at a kiosk with a scanner, it opens this account. */
export function Card({ asks, onBack }: { readonly asks: boolean; readonly onBack: () => void }) {
  const { i18n } = useLingui();
  const [code, setCode] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<Output<'kiosk/card-make'>['result'] | 'failed' | 'stopped' | null>(null);
  const make = async (picture: Picture | null) => {
    const answer = await send('kiosk/card-make', { picture });
    setCode(answer?.code ?? null);
    setSaid(answer?.result ?? 'failed');
    setAsking(answer?.result === 'wrong');
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
  if (asking) {
    return (
      <Scene
        shape="list"
        onBack={onBack}
        title={<Trans id="card.picture" message="Your picture, so that nobody else takes a card" />}
      >
        {said === 'wrong' && <Notice title={<Trans id="confirm.wrong" message="That is not the one." />} />}
        <PictureGrid onChoose={(picture) => void make(picture)} />
      </Scene>
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
      {said === 'closed' && (
        <Notice title={<Trans id="confirm.closed" message="Too many wrong pictures: we stop asking for a quarter of an hour." />}>
          <Trans id="confirm.closed.more" message="Everything else works. Someone from the team can help with your account." />
        </Notice>
      )}
      {said === 'weak' && (
        <Notice title={<Trans id="card.weak" message="Please choose a secret picture first." />}>
          <Trans
            id="card.weak.more"
            message="Your beacon could be copied. “Correct my details” has the pictures; the card follows at your next visit."
          />
        </Notice>
      )}
      {said === 'stopped' && <Notice tone="good" title={<Trans id="card.stopped" message="No card opens your account now." />} />}
      <div className="answers answers-large">
        <Button onPress={() => (asks ? setAsking(true) : void make(null))}>
          <Trans id="card.make" message="Make a new card" />
        </Button>
        <Button onPress={() => void stop()}>
          <Trans id="card.stop" message="My card is lost: end it" />
        </Button>
      </div>
    </Scene>
  );
}
