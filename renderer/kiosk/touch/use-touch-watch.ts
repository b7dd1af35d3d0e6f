import { useEffect } from 'react';
import { call } from '../../api.ts';

/** Watches how the screen is touched while `allowed` is true, and not a touch longer. The watcher is fetched only then. */
export function useTouchWatch(allowed: boolean): void {
  useEffect(() => {
    if (!allowed) return;
    let stop: (() => void) | null = null;
    let wanted = true;
    import('./watch-taps.ts').then(
      ({ watchTaps }) => {
        // A refusal means that the consent has just ended; the snapshot that ends the watch is under way.
        if (wanted) stop = watchTaps((kind) => void call('kiosk/touch-signal', { kind }).catch(() => undefined));
      },
      () => undefined,
    );
    return () => {
      wanted = false;
      stop?.();
    };
  }, [allowed]);
}
