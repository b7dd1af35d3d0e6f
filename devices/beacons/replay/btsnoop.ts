import { OperatorError } from '../../../shared/errors.ts';
import { ByteReader } from './byte-reader.ts';

/** One HCI event of a capture, without its packet-type byte. */
export interface CapturedEvent {
  /** Microseconds since the capture's first record. */
  readonly micros: number;
  readonly event: Uint8Array;
}

/** Datalinks of btsnoop files (btsnoop format; BlueZ src/shared/btsnoop.h). */
const datalink = { hci: 1001, h4: 1002, monitor: 2001 } as const;
const magic = 'btsnoop\0';
/** Larger than any HCI packet (65,535 bytes of ACL data and its header); a record that claims more is damage. */
const largestRecord = 0x1_0010;
const h4Event = 0x04;
/** Flags of datalink 1001: received by the host, and a command or event. */
const receivedEvent = 0x03;
/** Opcode of an event record in datalink 2001; the upper half of the flags is the adapter's index. */
const monitorEvent = 3;

const damaged = (what: string, offset: number): OperatorError =>
  new OperatorError('damaged-capture', `Not a whole btsnoop capture: ${what} at byte ${offset}.`, { offset });

export const looksLikeBtsnoop = (start: Uint8Array): boolean =>
  Buffer.from(start.subarray(0, magic.length)).toString('latin1') === magic;

function eventOf(link: number, flags: number, payload: Uint8Array): Uint8Array | null {
  if (link === datalink.h4) return payload[0] === h4Event ? payload.subarray(1) : null;
  if (link === datalink.hci) return (flags & receivedEvent) === receivedEvent ? payload : null;
  return (flags & 0xffff) === monitorEvent ? payload : null;
}

/**
 * The HCI events of a btsnoop capture, one at a time; memory does not grow with the file.
 * @throws OperatorError with the byte offset, after every whole record before the damage was given out.
 */
export async function* readBtsnoop(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CapturedEvent> {
  const reader = new ByteReader(chunks);
  const header = await reader.take(16);
  if (header === null || !looksLikeBtsnoop(header)) throw damaged('no header', 0);
  const version = header.readUInt32BE(8);
  if (version !== 1) throw damaged(`unknown version ${version}`, 8);
  const link = header.readUInt32BE(12);
  if (!Object.values<number>(datalink).includes(link)) {
    throw new OperatorError(
      'unsupported-capture',
      `This btsnoop capture has datalink ${link}; 1001, 1002 and 2001 can be replayed.`,
      { link },
    );
  }
  let first: bigint | null = null;
  for (;;) {
    const offset = reader.offset;
    const head = await reader.take(24);
    if (head === null) {
      if (reader.rest === 0) return;
      throw damaged('a record header is cut off', offset);
    }
    const length = head.readUInt32BE(4);
    if (length > largestRecord) throw damaged(`a record claims ${length} bytes`, offset);
    const flags = head.readUInt32BE(8);
    const stamp = head.readBigInt64BE(16);
    const payload = await reader.take(length);
    if (payload === null) throw damaged(`a record of ${length} bytes is cut off`, offset);
    first ??= stamp;
    const event = eventOf(link, flags, payload);
    if (event !== null) yield { micros: Number(stamp - first), event };
  }
}
