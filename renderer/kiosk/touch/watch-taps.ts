import { addTap, type TapRun } from './rage.ts';

/** What the manner of touching may say. */
export type TouchSignal = 'rage-taps' | 'dead-tap';

/**
 * Nothing changed on the page for this long after a tap: it was dead (PostHog's dead clicks; OpenReplay takes 1.234 s, Sentry 3 s).
 * Scrolling is an answer, too.
 */
const DEAD_AFTER_MS = 2_500;

/** What is meant to be tapped quickly and often: steppers, keypads, the keyboard on the screen, fields, and what is held and dragged. */
const meantForMany = '.keyboard, [data-many-taps], input, textarea, select, [role="slider"], [role="spinbutton"]';
/** What looks as though it did something. A tap beside it is not dead, it is a miss. */
const looksAlive = 'button, a[href], [role="button"], [role="option"], summary';

/**
 * Watches how the screen is touched until the returned function is called. Start it only under the consent that covers touch: everything is
 * worked out here, and of each finding only its kind is handed over.
 */
export function watchTaps(onSignal: (signal: TouchSignal) => void): () => void {
  let run: TapRun = [];
  let dead: ReturnType<typeof setTimeout> | undefined;
  const alive = () => {
    clearTimeout(dead);
    dead = undefined;
  };
  const tapped = (event: PointerEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target === null || target.closest(meantForMany) !== null) {
      run = [];
      return;
    }
    const added = addTap(run, { x: event.clientX, y: event.clientY, atMs: performance.now() });
    run = added.run;
    if (added.rage) onSignal('rage-taps');
    const control = target.closest(looksAlive);
    if (control === null || control.matches('[disabled], [aria-disabled="true"]')) return;
    // One clock for a run of taps: the first one waits for its answer, and the others are part of it.
    dead ??= setTimeout(() => {
      dead = undefined;
      onSignal('dead-tap');
    }, DEAD_AFTER_MS);
  };
  // A button that only looks pressed has not done anything.
  const observer = new MutationObserver((changes) => {
    if (
      changes.some(
        ({ type, attributeName }) => type !== 'attributes' || !/^data-(?:pressed|hovered|focus)/.test(attributeName ?? ''),
      )
    )
      alive();
  });
  observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true });
  window.addEventListener('pointerup', tapped, { capture: true, passive: true });
  window.addEventListener('scroll', alive, { capture: true, passive: true });
  return () => {
    alive();
    observer.disconnect();
    window.removeEventListener('pointerup', tapped, { capture: true });
    window.removeEventListener('scroll', alive, { capture: true });
  };
}
