import { Trans } from '@lingui/react';
import { useEffect, useState } from 'react';
import type { GoodwillReason } from '../../shared/contract/index.ts';
import { fetchWhenIdle } from '../ui/late.ts';
import { useAwake } from './awake/use-awake.ts';
import { Door } from './door/Door.tsx';
import { Ending } from './screen/Actions.tsx';
import { CallWaits } from './screen/CallWaits.tsx';
import { DeskScreen } from './screen/DeskScreen.tsx';
import { latePage } from './screen/late-page.tsx';
import { useAlarm } from './use-alarm.ts';
import { useActions, useDesk } from './use-desk.tsx';
import { watchMessages } from './watch-messages.ts';

const About = latePage(() => import('./screen/About.tsx').then((part) => part.About));
const Menu = latePage(() => import('./screen/Menu.tsx').then((part) => part.Menu));
const GoodwillScreen = latePage(() => import('./goodwill/GoodwillScreen.tsx').then((part) => part.GoodwillScreen));
const MattersScreen = latePage(() => import('./matters/MattersScreen.tsx').then((part) => part.MattersScreen));

type Page = 'desk' | 'menu' | 'about' | 'goodwill' | 'matters';

/** What is on the phone: the door, or the desk with its pages. */
export function App() {
  const phase = useDesk((desk) => desk.phase);
  const onDuty = useDesk((desk) => desk.phase === 'desk' && desk.snapshot?.me.onDuty === true);
  const [page, setPage] = useState<Page>('desk');
  const [reason, setReason] = useState<GoodwillReason | null>(null);
  const awake = useAwake(onDuty);
  const alarm = useAlarm();
  const { ask } = useActions();
  useEffect(
    () =>
      watchMessages((callId) => {
        ask(callId);
        setPage('desk');
      }),
    [ask],
  );
  useEffect(() => fetchWhenIdle([Ending, Menu, MattersScreen, GoodwillScreen, About]), []);

  if (phase === 'opening') {
    return (
      <main className="phone">
        <h1 className="calm-words">
          <Trans id="staff.opening" message="Opening the staff page" />
        </h1>
      </main>
    );
  }
  if (phase === 'door')
    return page === 'about' ? <About onClose={() => setPage('desk')} /> : <Door onAbout={() => setPage('about')} />;
  if (page !== 'desk')
    return (
      <>
        <CallWaits onOpen={() => setPage('desk')} />
        {page === 'menu' && <Menu alarm={alarm} onAbout={() => setPage('about')} onClose={() => setPage('desk')} />}
        {page === 'about' && <About onClose={() => setPage('menu')} />}
        {page === 'goodwill' && <GoodwillScreen reason={reason} onClose={() => setPage('desk')} />}
        {page === 'matters' && <MattersScreen onClose={() => setPage('desk')} />}
      </>
    );
  return (
    <DeskScreen
      alarm={alarm}
      awake={awake}
      onMenu={() => setPage('menu')}
      onMatters={() => setPage('matters')}
      onGoodwill={(why) => {
        setReason(why);
        setPage('goodwill');
      }}
    />
  );
}
