import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { KioskSnapshot, VisitView } from '../../shared/contract/index.ts';
import { hideKeyboard } from './keyboard/field-focus.ts';
import { AboutKiosk } from './screens/AboutKiosk.tsx';
import { Accessibility } from './screens/Accessibility.tsx';
import { Account } from './screens/Account.tsx';
import { Ask } from './screens/Ask.tsx';
import { AskAgain } from './screens/AskAgain.tsx';
import { BeaconHelp } from './screens/BeaconHelp.tsx';
import { CallScreen } from './screens/CallScreen.tsx';
import { Camera } from './screens/Camera.tsx';
import { CameraSees } from './screens/CameraSees.tsx';
import { CardScreen } from './screens/CardScreen.tsx';
import { Complaint } from './screens/Complaint.tsx';
import { Find } from './screens/Find.tsx';
import { Follow } from './screens/Follow.tsx';
import { Home } from './screens/Home.tsx';
import { Join } from './screens/Join.tsx';
import { Offers } from './screens/Offers.tsx';
import { PictureQuestion } from './screens/PictureQuestion.tsx';
import { Product } from './screens/Product.tsx';
import { Receipt } from './screens/Receipt.tsx';
import { Scan } from './screens/Scan.tsx';
import { StillThere } from './screens/StillThere.tsx';
import { Tell } from './screens/Tell.tsx';
import { WriteDown } from './screens/WriteDown.tsx';
import { Written } from './screens/Written.tsx';
import { useComfort } from './state/comfort.ts';
import { forgetCard } from './state/scan.ts';
import { isOpen } from './state/station.ts';
import { goHome, setPanel, showReceipt, useView } from './state/view.ts';

interface VisitProps {
  readonly visit: VisitView;
  readonly store: KioskSnapshot['store'];
}

function Screen({ visit, store }: VisitProps): ReactNode {
  const screen = useView((v) => v.screen);
  const [later, setLater] = useState<string | null>(null);
  const language = useComfort((c) => c.language);
  const confirm = visit.greeting.kind === 'personal' && visit.greeting.confirm;
  switch (screen) {
    case 'find':
      return <Find language={language} />;
    case 'product':
      return <Product language={language} />;
    case 'scan':
      return <Scan />;
    case 'ask':
      return <Ask language={language} />;
    case 'join':
      return visit.recognised && visit.enrolment === null ? (
        <Home visit={visit} language={language} />
      ) : (
        <Join visit={visit} language={language} />
      );
    case 'account':
      if (!visit.recognised) return <Home visit={visit} language={language} />;
      return confirm ? <PictureQuestion onLeave={goHome} /> : <Account visit={visit} language={language} />;
    case 'beacon':
      return <BeaconHelp visit={visit} />;
    case 'card':
      return visit.recognised && !confirm ? <Account visit={visit} language={language} /> : <CardScreen />;
    case 'complaint':
      return <Complaint store={store} />;
    case 'tell':
      return <Tell />;
    case 'write-complaint':
      return <WriteDown key={screen} kind="complaint" language={language} />;
    case 'write-idea':
      return <WriteDown key={screen} kind="idea" language={language} />;
    case 'written':
      return <Written language={language} />;
    case 'follow':
      return <Follow language={language} />;
    case 'camera':
      return store.cameraOffered ? <Camera visit={visit} language={language} /> : <Home visit={visit} language={language} />;
    case 'offer':
      return visit.selling ? <Offers language={language} /> : <Home visit={visit} language={language} />;
    case 'welcome':
      if (visit.askAgain !== null && visit.call === null && later !== visit.id)
        return <AskAgain purpose={visit.askAgain} language={language} onLater={() => setLater(visit.id)} />;
      return <Home visit={visit} language={language} />;
  }
}

/** A screen that something else covers for a moment: out of sight and out of reach, but nothing of it is lost. */
function Beneath({ covered, children }: { readonly covered: boolean; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(covered);
  useEffect(() => {
    if (covered) hideKeyboard();
    else if (before.current) place.current?.querySelector('h1')?.focus({ preventScroll: true });
    before.current = covered;
  }, [covered]);
  return (
    <div ref={place} className="beneath" hidden={covered}>
      {children}
    </div>
  );
}

/** Which screen of a visit shows: what ends comes first, then a person, then what the shopper chose. */
export function Visit({ visit, store, cameraLive }: VisitProps & { readonly cameraLive: boolean }) {
  const panel = useView((v) => v.panel);
  const receipt = useView((v) => v.receipt);
  useEffect(forgetCard, []);
  const cover =
    visit.endsInMs !== null ? (
      <StillThere endsInMs={visit.endsInMs} />
    ) : panel === 'accessibility' ? (
      <Accessibility />
    ) : panel === 'sees' && !isOpen(visit.call) ? (
      <CameraSees live={cameraLive} />
    ) : panel === 'about' ? (
      <AboutKiosk />
    ) : receipt !== null ? (
      <Receipt purpose={receipt} onBack={() => showReceipt(null)} />
    ) : null;
  return (
    <>
      {cover}
      <Beneath covered={cover !== null}>
        <Uncovered visit={visit} store={store} />
      </Beneath>
    </>
  );
}

function Uncovered({ visit, store }: VisitProps): ReactNode {
  const panel = useView((v) => v.panel);
  const aside = useView((v) => v.callAside);
  const read = useView((v) => v.callRead);
  const { call } = visit;
  if (call && call.id !== read && (!isOpen(call) || !aside || call.progress === 'here')) {
    return <CallScreen call={call} store={store} />;
  }
  if (panel === 'picture') return <PictureQuestion onLeave={() => setPanel(null)} />;
  return <Screen visit={visit} store={store} />;
}
