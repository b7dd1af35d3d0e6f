import { type Note, Speaker } from '../../sound/speaker.ts';

/** A falling third, low and slow: a door bell at the end of a corridor, not an alarm. */
const warning: readonly Note[] = [
  { at: 0, length: 0.45, pitch: 523 },
  { at: 0.4, length: 0.8, pitch: 440 },
];

const speaker = new Speaker(() => undefined, 0.25);

/** Browsers keep silent until somebody touched the page or pressed a key. */
export function followFirstTouch(): void {
  const unlock = () => speaker.unlock();
  window.addEventListener('pointerup', unlock, { capture: true, passive: true });
  window.addEventListener('keydown', unlock, { capture: true, passive: true });
}

/** Says softly that time is running out, for whoever is not looking. */
export const chime = (): void => speaker.play(warning);
