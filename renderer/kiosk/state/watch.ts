import type { Input } from '../../../shared/contract/index.ts';
import { mirroredLength } from '../../../shared/contract/lengths.ts';
import { call } from '../../api.ts';
import { setComfort, useComfort } from './comfort.ts';
import { endFarewell, sayFarewell } from './farewell.ts';
import { startFeedback } from './feedback.ts';
import { IDLE_AFTER_ERROR_MS, isBackAndForth, type Step, walk } from './signals.ts';
import { useStation } from './station.ts';
import { adopt, forget, textOf, useView } from './view.ts';

/** Reporting what was noticed must never disturb the shopper: a failure here is silent. */
const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);

const signal = (kind: Input<'kiosk/signal'>['kind']) => quietly(call('kiosk/signal', { kind }));

let idleTimer: ReturnType<typeof setTimeout> | undefined;

/** Something went wrong in front of the shopper. */
export function noteError(): void {
  signal('error');
  clearTimeout(idleTimer);
  idleTimer = setTimeout(() => signal('idle-after-error'), IDLE_AFTER_ERROR_MS);
}

/** The shopper waits, and the station has not answered yet. */
export const noteWait = (): void => signal('time-out');

/** How often at most a touch is passed on to the station. */
const TOUCH_EVERY_MS = 4_000;

function watchTouches(): void {
  let last = Number.NEGATIVE_INFINITY;
  const touched = () => {
    clearTimeout(idleTimer);
    const visit = useStation.getState().snapshot?.visit;
    const now = performance.now();
    if (!visit || (visit.endsInMs === null && now - last < TOUCH_EVERY_MS)) return;
    last = now;
    quietly(call('kiosk/touch', { language: useComfort.getState().language, visit: visit.id }));
  };
  window.addEventListener('pointerdown', touched, { capture: true, passive: true });
  window.addEventListener('keydown', touched, { capture: true, passive: true });
}

/** How long typing rests before it is mirrored to the station. */
const MIRROR_AFTER_MS = 400;

function mirrorView(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let trail: readonly Step[] = [];
  let mirrored = '';
  useView.subscribe((view, before) => {
    if (!useStation.getState().snapshot?.visit) {
      trail = [];
      mirrored = '';
      clearTimeout(timer);
      return;
    }
    if (view.screen !== before.screen) {
      trail = walk(trail, { screen: view.screen, atMs: performance.now() });
      if (isBackAndForth(trail)) {
        trail = [];
        signal('back-and-forth');
      }
    }
    const input = { screen: view.screen, text: textOf(view, view.screen).slice(0, mirroredLength) };
    const key = JSON.stringify(input);
    if (key === mirrored) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      mirrored = key;
      if (useStation.getState().snapshot?.visit) quietly(call('kiosk/view', input));
    }, MIRROR_AFTER_MS);
  });
}

/** At the start of a visit the page takes over what the station kept; at its end it forgets. */
function watchVisits(drawAnew: () => void): void {
  useStation.subscribe(({ snapshot }, before) => {
    const visit = snapshot?.visit ?? null;
    const previous = before.snapshot?.visit ?? null;
    if (visit && visit.id !== previous?.id) {
      endFarewell();
      startFeedback();
      adopt(visit);
    }
    if (visit && (visit.id !== previous?.id || visit.language !== previous.language)) setComfort({ language: visit.language });
    if (!visit && previous) {
      clearTimeout(idleTimer);
      const { call, endsInMs } = previous;
      // Whoever let the time run out has gone; whoever was left alone is not asked how it was.
      const ask = endsInMs === null && (call === null ? useView.getState().served : call.progress === 'done');
      forget();
      sayFarewell(ask);
    }
    if (previous && visit?.id !== previous.id) drawAnew();
  });
}

/**
 * Starts everything the page notices by itself. Call it once.
 * @param drawAnew throws away what is on the screen and draws it from the present state: nothing of a visit may outlive it
 */
export function startWatching(drawAnew: () => void): void {
  watchVisits(drawAnew);
  watchTouches();
  mirrorView();
}
