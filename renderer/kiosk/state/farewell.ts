import { create } from 'zustand';
import { resetComfort } from './comfort.ts';

/** How long the kiosk says goodbye before it shows its first scene again. */
const FAREWELL_MS = 6_000;

/** The moment after a visit: nothing of it is left, but the goodbye is still said in the language and size it was read in. */
export const useFarewell = create<{ readonly shown: boolean }>()(() => ({ shown: false }));

let timer: ReturnType<typeof setTimeout> | undefined;

export function endFarewell(): void {
  clearTimeout(timer);
  if (!useFarewell.getState().shown) return;
  useFarewell.setState({ shown: false });
  resetComfort();
}

export function sayFarewell(): void {
  useFarewell.setState({ shown: true });
  clearTimeout(timer);
  timer = setTimeout(endFarewell, FAREWELL_MS);
}
