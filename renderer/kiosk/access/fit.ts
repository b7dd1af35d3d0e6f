import { fitScreen, LEAST_TARGET_PX, LEAST_TARGET_REM } from '../../../shared/access/screen.ts';
import { send } from '../state/commands.ts';
import { useStation } from '../state/station.ts';

/** Lays the page out for the glass it is shown on: the least rem and the share of the screen that is in reach. */
function layOut(): void {
  const access = useStation.getState().snapshot?.access;
  const { style } = document.documentElement;
  if (!access) {
    style.setProperty('--least-rem', `${LEAST_TARGET_PX / LEAST_TARGET_REM}px`);
    return;
  }
  const { leastRemPx, reach } = fitScreen(access.screen, access.lowerEdge, { width: screen.width, height: screen.height });
  style.setProperty('--least-rem', `${leastRemPx.toFixed(3)}px`);
  style.setProperty('--reach', reach.toFixed(3));
}

/** Follows what the manager says about the screen, and tells the station how many pixels it has. */
export function followScreen(): void {
  let told = '';
  const tell = () => {
    const pixels = { width: screen.width, height: screen.height };
    const key = JSON.stringify(pixels);
    if (key === told || useStation.getState().link !== 'open') return;
    told = key;
    void send('kiosk/screen', pixels, true).then((answer) => {
      if (answer === null) told = '';
    });
  };
  layOut();
  useStation.subscribe((now, before) => {
    // A station that was gone has forgotten.
    if (now.link !== 'open') told = '';
    tell();
    if (now.snapshot?.access !== before.snapshot?.access) layOut();
  });
  window.addEventListener('resize', () => {
    layOut();
    tell();
  });
}
