import { Trans, useLingui } from '@lingui/react';
import { Activity, useEffect, useRef, useState } from 'react';
import { LanguageSwitch } from '../../staff/screen/LanguageSwitch.tsx';
import { Button } from '../../ui/Button.tsx';
import { fetchWhenIdle } from '../../ui/late.ts';
import { Notice } from '../../ui/Notice.tsx';
import { NetworkNotice, UnencryptedNotice } from '../network/NetworkNotice.tsx';
import { PagerNotice } from '../pager/PagerNotice.tsx';
import { radioWords } from '../radio/radio-words.ts';
import { gatewayHears } from '../radio/receiver-standing.ts';
import { isTrouble, radioStanding } from '../radio/standing.ts';
import { useActions, useHouse } from '../use-house.tsx';
import { DemoWalk } from './DemoWalk.tsx';
import { LinkWords } from './LinkWords.tsx';
import { pages } from './pages.tsx';
import { SectionList } from './SectionList.tsx';
import { type Section, useSection } from './sections.ts';
import { UndoBar } from './UndoBar.tsx';

/** Left navigation, what is live, and one section. */
export function Shell() {
  const { i18n } = useLingui();
  const { logout } = useActions();
  const [section, go] = useSection();
  const snapshot = useHouse((house) => house.snapshot);
  const doors = useHouse((house) => house.doors);
  const link = useHouse((house) => house.link);
  const main = useRef<HTMLElement>(null);
  // A section that was opened stays as it was left, half-typed forms included.
  const [opened, setOpened] = useState<readonly Section[]>([section]);
  if (!opened.includes(section)) setOpened([...opened, section]);
  const radio = snapshot === null ? null : radioStanding(snapshot.radio);

  // The heading takes the focus when the section changes, so that a screen reader says where it is.
  const shown = useRef(section);
  useEffect(() => {
    if (shown.current === section) return;
    shown.current = section;
    let here = true;
    const announce = () => here && main.current?.querySelector<HTMLElement>(`[data-section="${section}"] h1`)?.focus();
    pages[section].fetch().then(announce, () => undefined);
    return () => {
      here = false;
    };
  }, [section]);
  useEffect(() => fetchWhenIdle(Object.values(pages)), []);

  return (
    <div className="shell">
      <nav className="nav" aria-label={i18n._({ id: 'manager.nav', message: 'Sections' })}>
        <div className="nav-head">
          <p className="nav-store">{snapshot?.storeName ?? doors?.storeName ?? 'Prévenance'}</p>
          <LinkWords link={link} />
          {radio !== null && (
            <a href="#radio" className="nav-radio" data-trouble={isTrouble(radio) || undefined}>
              {i18n._(radioWords[radio].title)}
            </a>
          )}
        </div>
        <SectionList
          section={section}
          foot={
            <>
              {snapshot?.demo && <DemoWalk />}
              <LanguageSwitch page="manager" />
              <Button look="plain" onPress={() => void logout()}>
                <Trans id="manager.logout" message="Log out" />
              </Button>
              {snapshot !== null && <p className="small soft">Prévenance {snapshot.version}</p>}
            </>
          }
        />
      </nav>
      <main className="main" ref={main}>
        <UnencryptedNotice />
        {section !== 'network' && <NetworkNotice />}
        {link === 'lost' && (
          <Notice tone="problem" title={<Trans id="manager.lost.title" message="The station does not answer" />}>
            <Trans id="manager.lost" message="Live figures stand still. The page keeps trying; anything you type stays here." />
          </Notice>
        )}
        {snapshot !== null && radio !== null && isTrouble(radio) && !gatewayHears(snapshot.receivers) && section !== 'radio' && (
          <Notice tone="warm" title={i18n._(radioWords[radio].title)}>
            <p>
              <Trans id="manager.radio.banner" message="Customers are not recognised for now. The kiosk and calls work." />{' '}
              <Button look="bare" onPress={() => go('radio')}>
                <Trans id="manager.radio.what-to-do" message="What to do" />
              </Button>
            </p>
          </Notice>
        )}
        {snapshot !== null && section !== 'pager' && <PagerNotice pager={snapshot.pager} onOpen={() => go('pager')} />}
        {opened.map((id) => {
          const Content = pages[id];
          return (
            <Activity key={id} mode={id === section ? 'visible' : 'hidden'}>
              <div className="section" data-section={id}>
                <Content />
              </div>
            </Activity>
          );
        })}
      </main>
      <UndoBar />
    </div>
  );
}
