import { type ReactNode, useEffect } from 'react';
import type { KioskSnapshot } from '../../shared/contract/index.ts';
import { fetchWhenIdle } from '../ui/late.ts';
import { useCamera } from './camera/use-camera.ts';
import { lateScreen } from './late-screen.tsx';
import { CallStrip } from './layout/CallStrip.tsx';
import { CameraNote } from './layout/CameraNote.tsx';
import { Frame, Keyboard } from './layout/Frame.tsx';
import { Proposal } from './layout/Proposal.tsx';
import { Attract } from './screens/Attract.tsx';
import { CallingScreen } from './screens/CallingScreen.tsx';
import { Opening } from './screens/Opening.tsx';
import { send } from './state/commands.ts';
import { useFarewell } from './state/farewell.ts';
import { isOpen, useStation } from './state/station.ts';
import { useView } from './state/view.ts';
import { useTouchWatch } from './touch/use-touch-watch.ts';

/** Everything but the first scene: what a visit shows, and what can be opened or is said before and after one. */
const Visit = lateScreen(() => import('./Visit.tsx').then((part) => part.Visit));
const Accessibility = lateScreen(() => import('./screens/Accessibility.tsx').then((part) => part.Accessibility));
const AboutKiosk = lateScreen(() => import('./screens/AboutKiosk.tsx').then((part) => part.AboutKiosk));
const Farewell = lateScreen(() => import('./screens/Farewell.tsx').then((part) => part.Farewell));

/** A line above the screen: the open call put aside, or else the proposal of a person, or else why the camera went off. */
function Strip({ snapshot }: { readonly snapshot: KioskSnapshot }): ReactNode {
  const aside = useView((v) => v.callAside);
  const calling = useView((v) => v.calling !== null);
  const { visit, store } = snapshot;
  if (!visit || visit.endsInMs !== null || calling) return null;
  if (visit.call && isOpen(visit.call))
    return aside && visit.call.progress !== 'here' ? <CallStrip call={visit.call} phone={store.phone} /> : null;
  if (visit.proposal) return <Proposal proposal={visit.proposal} />;
  return visit.cameraNote && <CameraNote note={visit.cameraNote} />;
}

interface ScreenProps {
  readonly snapshot: KioskSnapshot;
  readonly farewell: boolean;
  readonly cameraLive: boolean;
}

function Screen({ snapshot, farewell, cameraLive }: ScreenProps): ReactNode {
  const calling = useView((v) => v.calling);
  const panel = useView((v) => v.panel);
  const { visit, store } = snapshot;
  if (calling) return <CallingScreen failed={calling.failed} store={store} />;
  if (visit) return <Visit key={visit.id} visit={visit} store={store} cameraLive={cameraLive} />;
  if (panel === 'accessibility') return <Accessibility />;
  if (panel === 'about') return <AboutKiosk />;
  return farewell ? <Farewell /> : <Attract store={store} look={snapshot.look} />;
}

/** The kiosk page: one frame, and in it the screen that the station's state and the shopper's place ask for. */
export function Kiosk() {
  const snapshot = useStation((s) => s.snapshot);
  const visit = snapshot?.visit ?? null;
  const linked = useStation((s) => s.link === 'open');
  const camera = useCamera(visit?.camera === 'allowed', linked, (reason) => void send('kiosk/camera-stopped', { reason }));
  useTouchWatch(visit?.camera === 'allowed');
  const farewell = useFarewell((f) => f.shown);
  useEffect(() => fetchWhenIdle([Visit, Farewell, Accessibility, AboutKiosk, Keyboard]), []);
  const quiet = useView((v) => v.calling === null && v.panel === null);
  // Before the first word from the station too: nothing must leave its place when it comes.
  const attract = visit === null && quiet && !farewell;
  return (
    <Frame bare={attract} cameraLive={camera.live} stopCamera={camera.stop} strip={snapshot && <Strip snapshot={snapshot} />}>
      {snapshot ? <Screen snapshot={snapshot} farewell={farewell} cameraLive={camera.live} /> : <Opening />}
    </Frame>
  );
}
