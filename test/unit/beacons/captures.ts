import { advertisingReportEvent, type Report } from '../../radio/seam/controller.ts';

export type Datalink = 1001 | 1002 | 2001;

/** Microseconds from year 0 to 2026-01-01, which is how btsnoop counts. */
const epoch = 0x00dcddb30f2f8000n + 1_767_225_600_000_000n;

export interface Packet {
  /** Milliseconds from the beginning of the capture. */
  readonly t: number;
  /** An H4 packet. */
  readonly packet: Buffer;
  /** True when the host sent it. */
  readonly sent?: boolean;
}

/** A btsnoop file, as `hcidump -w` (1002), Android (1002), Windows tools (1001) and `btmon -w` (2001) write it. */
export function btsnoop(packets: readonly Packet[], datalink: Datalink = 1002): Buffer {
  const header = Buffer.alloc(16);
  header.write('btsnoop\0', 'latin1');
  header.writeUInt32BE(1, 8);
  header.writeUInt32BE(datalink, 12);
  const records = packets.map(({ t, packet, sent = false }) => {
    const body = datalink === 1002 ? packet : packet.subarray(1);
    const event = packet[0] === 0x04;
    const head = Buffer.alloc(24);
    head.writeUInt32BE(body.length, 0);
    head.writeUInt32BE(body.length, 4);
    head.writeUInt32BE(datalink === 2001 ? (event ? 3 : 2) : (sent ? 0 : 1) | 2, 8);
    head.writeBigInt64BE(epoch + BigInt(Math.round(t * 1000)), 16);
    return Buffer.concat([head, body]);
  });
  return Buffer.concat([header, ...records]);
}

export const heardAt = (t: number, ...reports: readonly Report[]): Packet => ({ t, packet: advertisingReportEvent(reports) });
