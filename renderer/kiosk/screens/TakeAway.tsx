import { Trans, useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import type { Output, Picture } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { Scene } from '../layout/Scene.tsx';
import { PrintButton } from '../printing/PrintButton.tsx';
import { send } from '../state/commands.ts';
import { Failure } from './Failure.tsx';
import { PictureGrid } from './PictureGrid.tsx';

/** Everything the store knows of the customer, for their telephone: one picture, one code. */
export function TakeAway({ asks, onBack }: { readonly asks: boolean; readonly onBack: () => void }) {
  const { i18n } = useLingui();
  const [answer, setAnswer] = useState<Output<'kiosk/export'>['result'] | 'failed' | null>(null);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [url, setUrl] = useState<string | null>(null);
  const ask = async (chosen: Picture | null) => {
    const reply = await send('kiosk/export', { picture: chosen });
    setPicture(chosen);
    setAnswer(reply?.result ?? 'failed');
    setUrl(reply?.url ?? null);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when there is no picture to ask for
  useEffect(() => {
    if (!asks) void ask(null);
  }, [asks]);
  const asking = asks && (answer === null || answer === 'wrong');
  return (
    <Scene
      shape="list"
      onBack={onBack}
      title={
        asking ? (
          <Trans id="take.picture" message="Your picture, so that nobody else takes your data" />
        ) : (
          <Trans id="take.title" message="Your data, to take with you" />
        )
      }
    >
      {answer === 'failed' && <Failure again={() => void ask(null)} />}
      {answer === 'wrong' && <Notice title={<Trans id="confirm.wrong" message="That is not the one." />} />}
      {asking && <PictureGrid onChoose={(chosen) => void ask(chosen)} />}
      {answer === 'closed' && (
        <Notice title={<Trans id="confirm.closed" message="Too many wrong pictures: we stop asking for a quarter of an hour." />}>
          <Trans id="take.person" message="Someone from the team can give you your data." />
        </Notice>
      )}
      {answer === 'no-network' && (
        <Notice title={<Trans id="take.no-network" message="This kiosk cannot reach your telephone." />}>
          <Trans id="take.person" message="Someone from the team can give you your data." />
        </Notice>
      )}
      {url !== null && (
        <div className="phone-code">
          <QrCode text={url} label={i18n._({ id: 'take.code', message: 'Code for your telephone' })} />
          <p>
            <Trans id="take.how" message="Scan this in the store’s Wi-Fi. It works once, for ten minutes." />
          </p>
        </div>
      )}
      {(answer === 'ready' || answer === 'no-network') && (
        <PrintButton slip={{ kind: 'account', picture }}>
          <Trans id="take.print" message="Print a summary" />
        </PrintButton>
      )}
      {!asking && (
        <Button onPress={onBack}>
          <Trans id="take.done" message="Done" />
        </Button>
      )}
    </Scene>
  );
}
