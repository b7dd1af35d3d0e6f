import { useEffect, useState } from 'react';

/** Longer than the pause inside a double tap, shorter than a look at the new button. In milliseconds. */
const SETTLE_MS = 600;

/**
 * False for the first moment of a component's life. Buttons follow each other in the same place: without this, the second half
 * of a double tap with wet hands on "Claim" would hand the call back.
 */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLE_MS);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}
