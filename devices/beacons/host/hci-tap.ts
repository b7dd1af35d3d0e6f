import { carriesReports } from '../reports.ts';
import type { NobleHci } from './noble-hci.ts';

const eventPacket = 0x04;

/** What noble throws on a packet that ends too early. */
const isShort = (error: unknown): boolean =>
  error instanceof RangeError && /^ERR_(?:OUT_OF_RANGE|BUFFER_OUT_OF_BOUNDS)$/.test((error as { code?: string }).code ?? '');

/**
 * Takes the events with advertising reports out of the socket's packets before noble reads them: noble reads data of extended reports to
 * the end of the event, takes the pieces of a split packet for packets, and spells every address in letters. `answered` sees every other
 * packet before noble and may keep it for itself. A packet that ends too early is passed over; in noble it would end the process.
 * Call it before `init`.
 */
export function tap(hci: NobleHci, hear: (event: Uint8Array) => void, answered: (packet: Buffer) => boolean): void {
  const rest = hci.onSocketData.bind(hci);
  hci.onSocketData = (packet) => {
    const event = packet.subarray(1);
    if (packet[0] === eventPacket && carriesReports(event)) hear(event);
    else if (!answered(packet)) {
      try {
        rest(packet);
      } catch (error) {
        if (!isShort(error)) throw error;
      }
    }
  };
}
