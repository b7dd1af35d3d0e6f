import { isUsual, resetComfort, useComfort } from '../state/comfort.ts';
import { send } from '../state/commands.ts';
import { useStation } from '../state/station.ts';

/** How long a size, a theme or a language set before any visit waits for its shopper. */
const FORGET_MS = 90_000;

/** Tells the station that this shopper needs more time. */
function tellPatience(): void {
  const visit = useStation.getState().snapshot?.visit;
  const { unhurried } = useComfort.getState();
  if (visit && visit.unhurried !== unhurried) void send('kiosk/unhurried', { unhurried }, true);
}

/** Keeps the station's patience as this shopper wishes, and forgets what was set for nobody who stayed. */
export function followPatience(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!useStation.getState().snapshot?.visit && !isUsual(useComfort.getState())) resetComfort();
    }, FORGET_MS);
  };
  window.addEventListener('pointerdown', rest, { capture: true, passive: true });
  window.addEventListener('keydown', rest, { capture: true, passive: true });
  useComfort.subscribe((now, before) => {
    if (now.unhurried !== before.unhurried) tellPatience();
  });
  useStation.subscribe(({ snapshot }, before) => {
    if (snapshot?.visit && snapshot.visit.id !== before.snapshot?.visit?.id) tellPatience();
  });
}
