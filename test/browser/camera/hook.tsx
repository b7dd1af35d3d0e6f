import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { type CameraStopReason, useCamera } from '../../../renderer/kiosk/camera/use-camera.ts';

/** What a screen that uses the hook did. */
export interface HookReport {
  readonly indicator: boolean;
  readonly stopped: readonly CameraStopReason[];
}

const stopped: CameraStopReason[] = [];
let root: Root | null = null;
let allow: (allowed: boolean) => void = () => undefined;

function Screen() {
  const [allowed, setAllowed] = useState(false);
  allow = setAllowed;
  const camera = useCamera(allowed, true, (reason) => stopped.push(reason));
  return camera.live ? (
    <button type="button" onClick={camera.stop}>
      Stop camera
    </button>
  ) : null;
}

export const hook = {
  mount() {
    const container = document.body.appendChild(document.createElement('div'));
    root = createRoot(container);
    flushSync(() => root?.render(<Screen />));
  },
  /** Returns once React has taken the change into account: whatever must happen in the same tick has happened then. */
  allow: (allowed: boolean) => flushSync(() => allow(allowed)),
  unmount: () => flushSync(() => root?.unmount()),
  report: (): HookReport => ({ indicator: document.querySelector('button') !== null, stopped }),
};
