import { lazy, type ReactNode, Suspense } from 'react';
import { useFocusedField } from '../keyboard/field-focus.ts';
import { Foot } from './Foot.tsx';
import { Head } from './Head.tsx';
import { KeepFrame } from './KeepFrame.tsx';
import { LinkStrip } from './LinkStrip.tsx';

const Keyboard = lazy(() => import('../keyboard/Keyboard.tsx'));

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
  return (
    <div className="kiosk" data-typing={typing}>
      <Head bare={bare} cameraLive={cameraLive} stopCamera={stopCamera} />
      <LinkStrip />
      {strip}
      <main className="main">
        <KeepFrame>{children}</KeepFrame>
      </main>
      {typing && (
        <Suspense>
          <Keyboard />
        </Suspense>
      )}
      <Foot />
    </div>
  );
}
