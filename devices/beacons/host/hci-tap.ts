import { carriesReports } from '../reports.ts';
import type { NobleHci } from './noble-hci.ts';

const eventPacket = 0x04;
const commandComplete = 0x0e;
const commandStatus = 0x0f;

/** What reading past the end of a packet ends in, in noble. What the system says about the socket is neither, and no damage. */
const isDamage = (error: unknown): boolean => error instanceof RangeError || error instanceof TypeError;

/**
 * Takes the events with advertising reports out of the socket's packets before noble reads them: noble reads the data of extended reports
 * to the end of the event, takes the pieces of a split packet for packets, and spells every address in letters. Of the rest noble sees the
 * answers to commands, which is all that scanning needs. `answered` looks at those first and may keep one for itself (true). A damaged
 * answer is passed over; in noble it would end the process. Call it before `init`, which hands the handler to the socket.
 */
export function tap(hci: NobleHci, hear: (event: Uint8Array) => void, answered: (packet: Buffer) => boolean): void {
  const nobles = hci.onSocketData.bind(hci);
  hci.onSocketData = (packet) => {
    if (packet[0] !== eventPacket) return;
    const event = packet.subarray(1);
    if (carriesReports(event)) hear(event);
    else if ((event[0] === commandComplete || event[0] === commandStatus) && !answered(packet)) {
      try {
        nobles(packet);
      } catch (error) {
        if (!isDamage(error)) throw error;
      }
    }
  };
}
