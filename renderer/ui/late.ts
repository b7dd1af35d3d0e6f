import { type ComponentType, createElement, type ReactNode, useEffect, useReducer, useState } from 'react';
import { flushSync } from 'react-dom';

/** After a failure a part is asked for again by itself, in milliseconds: a station that restarts is back in a few seconds. */
const AGAIN_AFTER_MS = 3_000;

/** A part of a page that is fetched apart from the first screen. */
export interface Late<P extends object> {
  (props: P): ReactNode;
  /** Fetches it. Once that is done it is drawn in the same task in which it is asked for. */
  readonly fetch: () => Promise<void>;
}

export interface Meanwhile<P extends object> {
  /** Holds the place while the part is on its way. */
  readonly waiting: ReactNode;
  /** The station did not give the part: it says so, and offers to try again at once. */
  readonly failed: (again: () => void, props: P) => ReactNode;
}

/**
 * Makes a component of one that is fetched when it is first shown, or before by {@link fetchWhenIdle}. `React.lazy` would keep a failure
 * for ever, and suspend for a moment even when the part is there.
 */
export function late<P extends object>(load: () => Promise<ComponentType<P>>, { waiting, failed }: Meanwhile<P>): Late<P> {
  let there: ComponentType<P> | null = null;
  const fetch = async () => {
    there ??= await load();
  };
  function Part(props: P): ReactNode {
    const [round, next] = useReducer((n: number) => n + 1, 0);
    const [missing, setMissing] = useState(false);
    // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a new attempt
    useEffect(() => {
      if (there) return;
      let wanted = true;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const attempt = () =>
        void fetch().then(
          // At once, so that whoever waits for `fetch` as well finds it drawn.
          () => wanted && flushSync(next),
          () => {
            if (!wanted) return;
            setMissing(true);
            timer = setTimeout(attempt, AGAIN_AFTER_MS);
          },
        );
      attempt();
      return () => {
        wanted = false;
        clearTimeout(timer);
      };
    }, [round]);
    if (there) return createElement(there, props);
    if (!missing) return waiting;
    return failed(() => {
      setMissing(false);
      next();
    }, props);
  }
  return Object.assign(Part, { fetch });
}

/** Safari has no idle callbacks. */
const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work);
  else setTimeout(work, 200);
};

/** Fetches parts one by one while the page has nothing else to do. What fails is asked for again when it is shown. */
export function fetchWhenIdle([first, ...rest]: readonly Pick<Late<never>, 'fetch'>[]): void {
  if (!first) return;
  whenIdle(
    () =>
      void first
        .fetch()
        .then(undefined, () => undefined)
        .then(() => fetchWhenIdle(rest)),
  );
}
