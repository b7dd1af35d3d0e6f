import { Trans } from '@lingui/react';
import { useState } from 'react';
import type { Picture } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Scene } from '../layout/Scene.tsx';
import { send } from '../state/commands.ts';
import { setPanel } from '../state/view.ts';
import { Failure } from './Failure.tsx';
import { PictureGrid } from './PictureGrid.tsx';

/** The second proof for a beacon that could be copied. The kiosk serves everyone just as well without it. */
export function PictureQuestion({ onLeave }: { readonly onLeave: () => void }) {
  const [result, setResult] = useState<'wrong' | 'closed' | 'failed' | null>(null);
  const answer = async (picture: Picture) => {
    const reply = await send('kiosk/confirm-picture', { picture });
    // The right one changes the snapshot: the screen behind the question opens by itself.
    if (reply?.result === 'right') setPanel(null);
    else setResult(reply?.result ?? 'failed');
  };
  return (
    <Scene shape="list" onBack={onLeave} title={<Trans id="confirm.title" message="Which picture is yours?" />}>
      {result === 'failed' && <Failure />}
      {result === 'wrong' && (
        <Notice title={<Trans id="confirm.wrong" message="That is not the one." />}>
          <Trans id="confirm.wrong.more" message="You can choose again, or carry on without it." />
        </Notice>
      )}
      {result === 'closed' ? (
        <Notice title={<Trans id="confirm.closed" message="Too many wrong pictures: we stop asking for a quarter of an hour." />}>
          <Trans id="confirm.closed.more" message="Everything else works. Someone from the team can help with your account." />
        </Notice>
      ) : (
        <PictureGrid onChoose={(picture) => void answer(picture)} />
      )}
      <Button onPress={() => onLeave()}>
        <Trans id="confirm.without" message="Carry on without it" />
      </Button>
    </Scene>
  );
}
