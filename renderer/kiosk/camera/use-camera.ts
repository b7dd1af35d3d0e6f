import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { CameraClient } from '../../../devices/camera/client.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { call } from '../../api.ts';
import { forgetSeen, show } from './seen.ts';

/** Why the camera went off, in the words of `kiosk/camera-stopped`. */
export type CameraStopReason = Input<'kiosk/camera-stopped'>['reason'];

/** What the indicator and the stop button need. */
export interface Camera {
  /** Exactly "the track's `readyState` is live": show the indicator while, and only while, this is true. */
  readonly live: boolean;
  /** The shopper's own stop: the track has ended when this returns. */
  readonly stop: () => void;
}

/**
 * Runs the camera while `allowed` and `linked` are true; the track ends in the commit in which one becomes false, or in which the component
 * unmounts. After it ended by itself, by `stop` or for want of the link it opens again only once `allowed` has been false in between.
 * @param linked the station is heard: without it nobody could withdraw, and the visit could not end
 * @param onStopped the camera went off although it was allowed; said again when the link is back. Not called when `allowed` becomes false.
 */
export function useCamera(allowed: boolean, linked: boolean, onStopped: (reason: CameraStopReason) => void): Camera {
  const [live, setLive] = useState(false);
  const running = useRef<{ stop: () => void } | null>(null);
  /** Why it went off under the present yes. */
  const over = useRef<CameraStopReason | null>(null);
  const stopped = useRef(onStopped);
  useLayoutEffect(() => {
    stopped.current = onStopped;
  }, [onStopped]);

  useLayoutEffect(() => {
    if (!allowed) over.current = null;
    if (!allowed || !linked) return;
    if (over.current !== null) return stopped.current(over.current);
    const run = begin({
      live: setLive,
      stopped: (reason) => {
        running.current = null;
        over.current = reason;
        stopped.current(reason);
      },
    });
    running.current = run;
    return () => {
      if (running.current !== null) over.current = 'unlinked';
      running.current = null;
      run.stop();
    };
  }, [allowed, linked]);

  const stop = useCallback(() => {
    if (!running.current) return;
    running.current.stop();
    running.current = null;
    over.current = 'shopper';
    stopped.current('shopper');
  }, []);
  return { live, stop };
}

/** The client and the worker are fetched only now: most visits never need them. */
function begin(on: { live(live: boolean): void; stopped(reason: CameraStopReason): void }): { stop: () => void } {
  let client: CameraClient | null = null;
  let wanted = true;
  import('../../../devices/camera/client.ts').then(
    ({ CameraClient }) => {
      if (!wanted) return;
      client = new CameraClient({
        // A refusal means that the consent has just ended; the snapshot that closes the camera is under way.
        evidence: (evidence) => void call('kiosk/expression', evidence).catch(() => undefined),
        seen: show,
        live: (live) => {
          if (!live) forgetSeen();
          on.live(live);
        },
        ended: on.stopped,
      });
      client.start();
    },
    () => {
      if (wanted) on.stopped('fault');
    },
  );
  return {
    stop() {
      wanted = false;
      client?.stop();
    },
  };
}
