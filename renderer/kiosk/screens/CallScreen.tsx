import { Trans } from '@lingui/react';
import { useState } from 'react';
import type { KioskSnapshot, VisitView } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { HandsArt } from '../art/HandsArt.tsx';
import { Scene } from '../layout/Scene.tsx';
import { cancelCall } from '../state/commands.ts';
import { isOpen } from '../state/station.ts';
import { useCountup } from '../state/use-countdown.ts';
import { goTo, useView } from '../state/view.ts';
import { callWords } from '../words/call.tsx';
import { Failure } from './Failure.tsx';

/** How long a wait is before its length is worth saying. */
const LONG_WAIT_MS = 60_000;

function Waited({ waitedMs }: { readonly waitedMs: number }) {
  const minutes = Math.floor(useCountup(waitedMs) / 60_000);
  return (
    <p className="soft">
      <Trans
        id="call.waited"
        message="{minutes, plural, one {You have been waiting for # minute.} other {You have been waiting for # minutes.}}"
        values={{ minutes }}
      />
    </p>
  );
}

/** One message, the truth of the moment, and what can be done meanwhile. Nothing is sold here. */
export function CallScreen({
  call,
  store,
}: {
  readonly call: NonNullable<VisitView['call']>;
  readonly store: KioskSnapshot['store'];
}) {
  const [failed, setFailed] = useState(false);
  const { title, more } = callWords(call, store.phone);
  const over = !isOpen(call);
  const met = call.progress === 'here';
  const aside = (screen: 'find' | 'ask') => {
    useView.setState({ callAside: true });
    goTo(screen);
  };
  return (
    <Scene
      serif
      told
      live
      onBack={null}
      picture={<HandsArt coming={call.progress === 'coming' || call.progress === 'done' || met} />}
      title={title}
      lead={<p>{more}</p>}
    >
      {failed && (
        <Failure>
          <Trans id="call.cancel.failed" message="Your call is still open. You can try again." />
        </Failure>
      )}
      {!over && !met && call.waitedMs >= LONG_WAIT_MS && <Waited waitedMs={call.waitedMs} />}
      {over && (
        <Button look="primary" onPress={() => useView.setState({ callRead: call.id, screen: 'welcome' })}>
          <Trans id="call.carry-on" message="Carry on" />
        </Button>
      )}
      {!over && !met && (
        <>
          <h2 className="meanwhile">
            <Trans id="call.meanwhile" message="Meanwhile, if you like" />
          </h2>
          <div className="answers answers-large">
            <Button onPress={() => aside('find')}>
              <Trans id="call.find" message="Find a product" />
            </Button>
            <Button onPress={() => aside('ask')}>
              <Trans id="call.ask" message="Ask a question" />
            </Button>
          </div>
          <Button look="quiet" onPress={() => void cancelCall().then((done) => setFailed(!done))}>
            <Trans id="call.cancel" message="Cancel the call" />
          </Button>
        </>
      )}
    </Scene>
  );
}
