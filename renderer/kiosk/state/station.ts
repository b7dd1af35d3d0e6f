import { create } from 'zustand';
import type { KioskSnapshot, VisitView } from '../../../shared/contract/index.ts';
import { follow, type Link } from '../../api.ts';

interface Station {
  /** The last state the station pushed; null until the first. */
  readonly snapshot: KioskSnapshot | null;
  readonly link: Link;
  /** When the snapshot arrived, on the page's monotonic clock: countdowns run from here. */
  readonly arrivedAt: number;
}

/** What the station says. The page renders it and never changes it. */
export const useStation = create<Station>()(() => ({ snapshot: null, link: 'connecting', arrivedAt: 0 }));

/** Follows the station for ever. Returns a function that stops. */
export const followStation = (): (() => void) =>
  follow('kiosk', {
    snapshot: (snapshot) => useStation.setState({ snapshot, arrivedAt: performance.now() }),
    link: (link) => useStation.setState({ link }),
  });

/** Resolves with the station's first word, or when it has been waited for long enough. Call it before {@link followStation}. */
export const firstWord = (patienceMs: number): Promise<void> =>
  new Promise((resolve) => {
    const unsubscribe = useStation.subscribe(({ snapshot }) => snapshot && done());
    const timer = setTimeout(() => done(), patienceMs);
    const done = () => {
      unsubscribe();
      clearTimeout(timer);
      resolve();
    };
  });

export const useVisit = (): VisitView | null => useStation((s) => s.snapshot?.visit ?? null);

/** A call that a person may still answer. */
export const isOpen = (call: VisitView['call']): boolean =>
  call !== null && call.progress !== 'done' && call.progress !== 'cancelled' && call.progress !== 'expired';
