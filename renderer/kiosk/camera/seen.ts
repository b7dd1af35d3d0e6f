import { useEffect } from 'react';
import { create } from 'zustand';
import type { Seen } from '../../../devices/camera/sight.ts';

interface Looking {
  /** Somebody is on the page that shows it; otherwise nothing is taken over from the camera. */
  readonly watching: boolean;
  readonly seen: Seen | null;
}

const useLooking = create<Looking>()(() => ({ watching: false, seen: null }));

/** Takes the newest look, if the shopper wants to see it. */
export const show = (seen: Seen): void => useLooking.setState((before) => (before.watching ? { seen } : before));

export const forgetSeen = (): void => useLooking.setState({ seen: null });

/** The newest look while the component is there; null before the first. */
export function useSeen(): Seen | null {
  useEffect(() => {
    useLooking.setState({ watching: true });
    return () => useLooking.setState({ watching: false, seen: null });
  }, []);
  return useLooking((looking) => looking.seen);
}
