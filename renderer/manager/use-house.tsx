import { createContext, useCallback, useContext, useEffect, useState } from 'react';
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

/** What a route answered last. The old answer stays while a new one is asked for. */
export interface Loaded<A> {
  readonly answer: A | null;
  readonly failed: string | null;
  reload(): Promise<void>;
}

/** Reads a route once, again when its input changes, and on `reload`. */
export function useLoaded<N extends RouteName>(name: N, input: Input<N>): Loaded<Output<N>> {
  const { call } = useActions();
  const [answer, setAnswer] = useState<Output<N> | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const key = JSON.stringify(input);
  const reload = useCallback(async () => {
    try {
      setAnswer(await call(name, JSON.parse(key) as Input<N>));
      setFailed(null);
    } catch (error) {
      setFailed(error instanceof Refused ? error.code : 'unreachable');
    }
  }, [call, name, key]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { answer, failed, reload };
}
