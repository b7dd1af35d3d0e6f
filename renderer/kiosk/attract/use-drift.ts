import { useEffect } from 'react';
import { driftAt } from './drift.ts';

const MINUTE_MS = 60_000;

/** Keeps the first scene from burning into the screen: moves what stands still by a pixel a minute. It is no motion anybody sees. */
export function useDrift(): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const move = () => {
      const { x, y } = driftAt(Math.floor(Date.now() / MINUTE_MS));
      style.setProperty('--drift-x', `${x / 16}rem`);
      style.setProperty('--drift-y', `${y / 16}rem`);
    };
    move();
    const timer = setInterval(move, MINUTE_MS);
    return () => {
      clearInterval(timer);
      style.removeProperty('--drift-x');
      style.removeProperty('--drift-y');
    };
  }, []);
}
