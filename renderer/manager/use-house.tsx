import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Input, Output, RouteName } from '../../shared/contract/index.ts';
import { Refused } from '../api.ts';
import type { House, HouseActions, HouseParts } from './house.ts';

export const HouseContext = createContext<HouseParts | null>(null);

function useParts(): HouseParts {
  const parts = useContext(HouseContext);
  if (parts === null) throw new Error('the house is missing above this component');
  return parts;
}

export const useHouse = <T,>(select: (house: House) => T): T => useStore(useParts().store, select);
export const useActions = (): HouseActions => useParts().actions;

/** What a route answered last. The old answer stays while the same thing is asked for anew, never while another is. */
export interface Loaded<A> {
  readonly answer: A | null;
  readonly failed: string | null;
  reload(): Promise<void>;
}

/** Reads a route once, again when its input changes, and on `reload`. */
export function useLoaded<N extends RouteName>(name: N, input: Input<N>): Loaded<Output<N>> {
  const { call } = useActions();
  const key = JSON.stringify(input);
  const [state, setState] = useState<{ key: string; answer: Output<N> | null; failed: string | null }>({
    key,
    answer: null,
    failed: null,
  });
  const asked = useRef(0);
  const reload = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    let next: { answer: Output<N> } | { failed: string };
    try {
      next = { answer: await call(name, JSON.parse(key) as Input<N>) };
    } catch (error) {
      next = { failed: error instanceof Refused ? error.code : 'unreachable' };
    }
    // A slow answer must not stand where a later one already does.
    if (mine !== asked.current) return;
    setState((before) => ({ key, answer: before.key === key ? before.answer : null, failed: null, ...next }));
  }, [call, name, key]);
  useEffect(() => {
    void reload();
  }, [reload]);
  const known = state.key === key;
  return { answer: known ? state.answer : null, failed: known ? state.failed : null, reload };
}
