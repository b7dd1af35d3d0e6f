import type { CallReason, Input, Language, Output, RouteName } from '../../../shared/contract/index.ts';
import { call, Refused } from '../../api.ts';
import { setComfort, useComfort } from './comfort.ts';
import { isOpen, useStation } from './station.ts';
import { useView } from './view.ts';
import { noteError, noteWait } from './watch.ts';

export type KioskRoute = Extract<RouteName, `kiosk/${string}`>;

/** An answer that takes longer was waited for. */
const LONG_WAIT_MS = 5_000;

/**
 * Sends a command whose failure the screen shows by itself. Null: it was refused, or nobody answered.
 * @param again a further try of the same command: its failure is not a new mishap
 */
export async function send<N extends KioskRoute>(name: N, input: Input<N>, again = false): Promise<Output<N> | null> {
  const wait = setTimeout(noteWait, LONG_WAIT_MS);
  try {
    return await call(name, input);
  } catch (error) {
    // A lost connection is not the shopper's difficulty: the screen says so, and nobody could be told anyway.
    if (!again && error instanceof Refused && error.code !== 'unreachable') noteError();
    return null;
  } finally {
    clearTimeout(wait);
  }
}

export const wake = (): Promise<unknown> => send('kiosk/touch', { language: useComfort.getState().language });

export function setLanguage(language: Language): void {
  setComfort({ language });
  if (useStation.getState().snapshot?.visit) void send('kiosk/language', { language });
}

const RETRY_MS = 2_000;

/**
 * Calls a person. The same command is sent until the station has answered, or the shopper gives up.
 * With a call already open it only shows that call again.
 */
export async function callPerson(reason: CallReason): Promise<void> {
  const visit = useStation.getState().snapshot?.visit;
  useView.setState({ panel: null, callAside: false });
  if (useView.getState().calling || isOpen(visit?.call ?? null)) return;
  const commandId = crypto.randomUUID();
  useView.setState({ calling: { commandId, reason, failed: false } });
  for (let again = false; useView.getState().calling?.commandId === commandId; again = true) {
    const input = { commandId, reason, language: useComfort.getState().language };
    const answer = await send('kiosk/call', input, again);
    if (useView.getState().calling?.commandId !== commandId) break;
    if (answer) {
      useView.setState({ calling: null });
      return;
    }
    useView.setState({ calling: { commandId, reason, failed: true } });
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

/** Gives up a call that has not reached the station, or cancels the open one. */
export async function cancelCall(): Promise<boolean> {
  useView.setState({ calling: null });
  const open = useStation.getState().snapshot?.visit?.call;
  if (!open) return true;
  return (await send('kiosk/call-cancel', { commandId: crypto.randomUUID(), callId: open.id })) !== null;
}
