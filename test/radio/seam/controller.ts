import { EventEmitter } from 'node:events';

const command = 0x01;
const event = 0x04;
const commandComplete = 0x0e;
const leMeta = 0x3e;

const opcode = { reset: 0x0c03, readVersion: 0x1001, readAddress: 0x1009, leBufferSize: 0x2002, leScanEnable: 0x200c } as const;

export interface Report {
  readonly address: string;
  readonly random?: boolean;
  /** 0 ADV_IND, 2 ADV_SCAN_IND, 3 ADV_NONCONN_IND, 4 SCAN_RSP. */
  readonly type?: number;
  readonly rssi: number;
  /** Advertising data, hex. */
  readonly data: string;
}

const reversed = (hex: string): Buffer => Buffer.from(hex.replaceAll(':', ''), 'hex').reverse();

/** One LE Advertising Report event with these reports one after another, as Linux and every common controller lay them out. */
export function advertisingReportEvent(reports: readonly Report[]): Buffer {
  const body = reports.map(({ address, random = true, type = 3, rssi, data }) => {
    const payload = Buffer.from(data, 'hex');
    return Buffer.concat([
      Buffer.from([type, random ? 1 : 0]),
      reversed(address),
      Buffer.from([payload.length]),
      payload,
      Buffer.from([rssi & 0xff]),
    ]);
  });
  const parameters = Buffer.concat([Buffer.from([0x02, reports.length]), ...body]);
  return Buffer.concat([Buffer.from([event, leMeta, parameters.length]), parameters]);
}

/**
 * A small LE controller, host side: takes H4 commands, emits H4 `packet`s. It answers each command with Command Complete, is a
 * Bluetooth 5.0 part without BR/EDR buffers of its own, and reports advertisements only while scanning.
 */
export class Controller extends EventEmitter<{ packet: [Buffer]; scanning: [boolean] }> {
  scanning = false;
  #filterDuplicates = false;
  readonly #seen = new Set<string>();

  take(packet: Buffer): void {
    if (packet[0] !== command) return;
    const code = packet.readUInt16LE(1);
    this.#complete(code, this.#answer(code, packet.subarray(4)));
    if (code === opcode.leScanEnable) this.emit('scanning', this.scanning);
  }

  /** Puts reports on the air, several in one event; nothing happens while nobody scans. */
  advertise(...reports: readonly Report[]): void {
    if (!this.scanning) return;
    const heard = reports.filter(({ address, type }) => {
      if (!this.#filterDuplicates) return true;
      const key = `${type} ${address}`;
      const fresh = !this.#seen.has(key);
      this.#seen.add(key);
      return fresh;
    });
    if (heard.length > 0) this.emit('packet', advertisingReportEvent(heard));
  }

  /** Sends bytes no sane controller would. */
  babble(packet: Buffer): void {
    if (this.scanning) this.emit('packet', packet);
  }

  #answer(code: number, parameters: Buffer): number[] {
    switch (code) {
      case opcode.reset:
        this.scanning = false;
        return [0];
      case opcode.readVersion:
        return [0, 9, 0, 0, 9, 0xf1, 0x05, 0, 0];
      case opcode.readAddress:
        return [0, 1, 2, 3, 4, 5, 6];
      case opcode.leBufferSize:
        return [0, 251, 0, 8];
      case opcode.leScanEnable:
        this.scanning = parameters[0] === 1;
        this.#filterDuplicates = parameters[1] === 1;
        this.#seen.clear();
        return [0];
      default:
        return [0, 0, 0, 0, 0, 0, 0, 0];
    }
  }

  #complete(code: number, answer: readonly number[]): void {
    this.emit('packet', Buffer.from([event, commandComplete, 3 + answer.length, 1, code & 0xff, code >> 8, ...answer]));
  }
}
