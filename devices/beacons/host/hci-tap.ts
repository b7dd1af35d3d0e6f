import { carriesReports } from '../reports.ts';
import type { NobleHci } from './noble-hci.ts';

const commandPacket = 0x01;
const eventPacket = 0x04;
const commandComplete = 0x0e;
const commandStatus = 0x0f;

/** What reading past the end of a packet ends in, in noble. What the system says about the socket is neither, and no damage. */
const isDamage = (error: unknown): boolean => error instanceof RangeError || error instanceof TypeError;

/**
 * Takes the events with advertising reports out of the socket's packets before noble reads them: noble reads the data of extended reports
 * to the end of the event, takes the pieces of a split packet for packets, and spells every address in letters. Of the rest noble sees
 * other programs' commands, and the answers to anybody's, which is all that scanning needs. `answered` looks at answers first and may keep
 * one for itself (true). A damaged packet is passed over; in noble it would end the process. Call it before `init`, which hands the handler
 * to the socket.
 */
export function tap(hci: NobleHci, hear: (event: Uint8Array) => void, answered: (packet: Buffer) => boolean): void {
  const nobles = hci.onSocketData.bind(hci);
  const read = (packet: Buffer) => {
    try {
      nobles(packet);
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
  };
  hci.onSocketData = (packet) => {
    const event = packet.subarray(1);
    if (packet[0] === commandPacket) read(packet);
    else if (packet[0] !== eventPacket) return;
    else if (carriesReports(event)) hear(event);
    else if ((event[0] === commandComplete || event[0] === commandStatus) && !answered(packet)) read(packet);
  };
}
