import { createContext, useContext, useEffect, useState } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { Desk, DeskActions } from './desk/desk.ts';

export interface DeskParts {
  readonly store: StoreApi<Desk>;
  readonly actions: DeskActions;
}

export const DeskContext = createContext<DeskParts | null>(null);

function useParts(): DeskParts {
  const parts = useContext(DeskContext);
  if (parts === null) throw new Error('the desk is missing above this component');
  return parts;
}

export const useActions = (): DeskActions => useParts().actions;

export const useDesk = <T,>(select: (desk: Desk) => T): T => useStore(useParts().store, select);

/** The page's monotonic clock, read once a second. */
export function useNow(): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
