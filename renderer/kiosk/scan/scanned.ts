import { readCardCode } from '../../../shared/identity/card.ts';
import { hideKeyboard } from '../keyboard/field-focus.ts';
import { useComfort } from '../state/comfort.ts';
import { send } from '../state/commands.ts';
import { identify } from '../state/scan.ts';
import { useStation } from '../state/station.ts';
import { goTo, openProduct, setText } from '../state/view.ts';

/** The page takes a visit's screen from the station once, when the visit begins: what the scan leads to must come after that. */
const visitShown = (): Promise<void> =>
  new Promise((resolve) => {
    if (useStation.getState().snapshot?.visit) return resolve();
    const stop = useStation.subscribe(({ snapshot }) => {
      if (!snapshot?.visit) return;
      stop();
      resolve();
    });
  });

/** Opens the account of a card, shows the product a code belongs to, or says plainly that it is not known. */
export async function scanned(code: string): Promise<void> {
  if (readCardCode(code) !== null) {
    hideKeyboard();
    // A card opens an account in a visit only: nobody may be at a screen that shows none.
    if (useStation.getState().snapshot?.visit) await identify(code);
    return;
  }
  const answer = await send('kiosk/scan', { code, language: useComfort.getState().language });
  if (answer === null) return;
  await visitShown();
  hideKeyboard();
  if (answer.result === 'product') return openProduct(answer.id);
  setText('scan', code);
  goTo('scan');
}
