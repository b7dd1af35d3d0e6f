import { Fragment, type ReactNode } from 'react';
import { late } from '../../ui/late.ts';
import { useFocusedField } from '../keyboard/field-focus.ts';
import { Failure } from '../screens/Failure.tsx';
import { useComfort } from '../state/comfort.ts';
import { useVisit } from '../state/station.ts';
import { useView } from '../state/view.ts';
import { Foot } from './Foot.tsx';
import { Head } from './Head.tsx';
import { KeepFrame } from './KeepFrame.tsx';
import { LinkStrip } from './LinkStrip.tsx';

/** Its library is large, and the first scene has nothing to type. */
export const Keyboard = late(() => import('../keyboard/Keyboard.tsx').then((part) => part.Keyboard), {
  waiting: null,
  failed: (again) => (
    <section className="keyboard">
      <Failure again={again} />
    </section>
  ),
});

interface FrameProps {
  readonly bare: boolean;
  readonly cameraLive: boolean;
  readonly stopCamera: () => void;
  /** A line that stays while the shopper carries on: an open call, a proposal. */
  readonly strip?: ReactNode;
  readonly children: ReactNode;
}

/** What every screen shares: the head, the place of the screen, the keyboard when a field needs it, the foot. */
export function Frame({ bare, cameraLive, stopCamera, strip, children }: FrameProps) {
  const typing = useFocusedField((s) => s.field !== null);
  const reach = useComfort((c) => c.reach);
  const screen = useView((v) => v.screen);
  const recognised = useVisit()?.recognised ?? false;
  const top = [
    <Head key="head" bare={bare} cameraLive={cameraLive} stopCamera={stopCamera} />,
    <LinkStrip key="link" />,
    <Fragment key="strip">{strip}</Fragment>,
  ];
  const main = (
    <main key="main" className="main" data-screen={screen}>
      <KeepFrame>{children}</KeepFrame>
    </main>
  );
  return (
    <div className="kiosk" data-typing={typing} data-recognised={recognised} data-attract={bare}>
      {/* In reach mode the head lies below the screen, and so does its place in the order of the focus. */}
      {reach && !bare ? [main, ...top] : [...top, main]}
      {typing && <Keyboard />}
      <Foot />
    </div>
  );
}
