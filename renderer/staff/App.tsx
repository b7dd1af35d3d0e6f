import { Trans } from '@lingui/react';
import { useState } from 'react';
import { Door } from './door/Door.tsx';
import { About } from './screen/About.tsx';
import { DeskScreen } from './screen/DeskScreen.tsx';
import { Menu } from './screen/Menu.tsx';
import { useAlarm } from './use-alarm.ts';
import { useDesk } from './use-desk.tsx';

/** What is on the phone: the door, or the desk with its two pages behind "More". */
export function App() {
  const phase = useDesk((desk) => desk.phase);
  const [page, setPage] = useState<'desk' | 'menu' | 'about'>('desk');
  const alarm = useAlarm();

  if (phase === 'opening') {
    return (
      <main className="phone">
        <h1 className="calm-words">
          <Trans id="staff.opening" message="Opening the staff page" />
        </h1>
      </main>
    );
  }
  if (phase === 'door') return <Door />;
  if (page === 'menu') return <Menu alarm={alarm} onAbout={() => setPage('about')} onClose={() => setPage('desk')} />;
  if (page === 'about') return <About onClose={() => setPage('menu')} />;
  return <DeskScreen alarm={alarm} onMenu={() => setPage('menu')} />;
}
