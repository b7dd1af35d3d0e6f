import { useEffect, useMemo, useState } from 'react';
import { type Awake, WakeKeeper } from './keeper.ts';

/** Whether the screen stays on, which it is asked to while `wanted`. */
export function useAwake(wanted: boolean): Awake {
  const [state, setState] = useState<Awake>('wakeLock' in navigator ? 'let-go' : 'absent');
  const keeper = useMemo(
    () => new WakeKeeper('wakeLock' in navigator ? () => navigator.wakeLock.request('screen') : null, setState),
    [],
  );
  useEffect(() => {
    keeper.want(wanted);
  }, [keeper, wanted]);
  useEffect(() => {
    const again = () => void keeper.refresh();
    document.addEventListener('visibilitychange', again);
    addEventListener('pointerup', again);
    return () => {
      document.removeEventListener('visibilitychange', again);
      removeEventListener('pointerup', again);
      keeper.want(false);
    };
  }, [keeper]);
  return state;
}
