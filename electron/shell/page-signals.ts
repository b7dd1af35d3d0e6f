import * as v from 'valibot';
import { isKioskOrigin } from './app-origin.ts';
import type { Beat } from './watchdog.ts';

/** The two messages a page's preload script sends to the shell. There are none in the other direction. */
export const channels = { beat: 'prevenance:beat', textFocus: 'prevenance:text-focus' } as const;

const BeatMessage = v.strictObject({ content: v.boolean(), painted: v.boolean() });

/** The beat in a message, or null when it is anything else. */
export function readBeat(message: unknown): Beat | null {
  const beat = v.safeParse(BeatMessage, message);
  return beat.success ? beat.output : null;
}

/** Who sent a message. Electron gives no frame when it is already gone. */
export interface Sender {
  readonly contentsId: number;
  readonly frame: { readonly origin: string; readonly isMain: boolean } | null;
}

/** Whether a message comes from the kiosk page itself, in the window that is open now. */
export function isFromKiosk(sender: Sender, windowId: number | null): boolean {
  return sender.frame !== null && sender.contentsId === windowId && sender.frame.isMain && isKioskOrigin(sender.frame.origin);
}
