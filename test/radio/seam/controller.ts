import { EventEmitter } from 'node:events';

const command = 0x01;
const event = 0x04;
const commandComplete = 0x0e;
const leMeta = 0x3e;

const opcode = {
  reset: 0x0c03,
  readVersion: 0x1001,
  supportedCommands: 0x1002,
  readAddress: 0x1009,
  leEventMask: 0x2001,
  leBufferSize: 0x2002,
  leScanParameters: 0x200b,
  leScanEnable: 0x200c,
  extendedScanParameters: 0x2041,
  extendedScanEnable: 0x2042,
} as const;
const legacyScan: readonly number[] = [opcode.leScanParameters, opcode.leScanEnable];
const extendedScan: readonly number[] = [opcode.extendedScanParameters, opcode.extendedScanEnable];
const commandDisallowed = 0x0c;
const unsupportedFeature = 0x11;

/** How far a controller has come: `legacy` has no extended scanning, `extended` has, `boasting` claims it and refuses. */
export type Generation = 'legacy' | 'extended' | 'boasting';

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

export interface ExtendedReport {
  readonly address: string;
  readonly rssi: number;
  /** Advertising data of this piece, hex. */
  readonly data: string;
  /** Default: the data is whole. */
  readonly status?: 'more' | 'truncated';
  /** Advertising set; 0xFF is none. */
  readonly set?: number;
  readonly scanResponse?: boolean;
  /** A packet of the older kind, as an extended scan reports it. */
  readonly legacy?: boolean;
}

/** One LE Extended Advertising Report event with these reports one after another. */
export function extendedReportEvent(reports: readonly ExtendedReport[]): Buffer {
  const body = reports.map(({ address, rssi, data, status, set = 0xff, scanResponse = false, legacy = false }) => {
    const payload = Buffer.from(data, 'hex');
    const head = Buffer.alloc(24);
    const dataStatus = status === 'more' ? 0x20 : status === 'truncated' ? 0x40 : 0;
    head.writeUInt16LE((legacy ? 0x10 : 0) | dataStatus | (scanResponse ? 0x08 : 0), 0);
    head[2] = 1;
    reversed(address).copy(head, 3);
    head[9] = 1;
    head[11] = set;
    head[12] = 127;
    head[13] = rssi & 0xff;
    head[23] = payload.length;
    return Buffer.concat([head, payload]);
  });
  const parameters = Buffer.concat([Buffer.from([0x0d, reports.length]), ...body]);
  return Buffer.concat([Buffer.from([event, leMeta, parameters.length]), parameters]);
}

/**
 * A small LE controller, host side: takes H4 commands, emits H4 `packet`s. It answers each command with Command Complete, is a
 * Bluetooth 5.0 part without BR/EDR buffers of its own, and reports advertisements only while scanning.
 * One that has extended scanning refuses the older commands after the newer and the other way round until it is reset, as the Core
 * Specification asks, and reports extended events only when the event mask lets them.
 */
export class Controller extends EventEmitter<{ packet: [Buffer]; scanning: [boolean] }> {
  scanning = false;
  generation: Generation = 'legacy';
  #spoken: 'legacy' | 'extended' | null = null;
  #extendedEvents = false;
  #filterDuplicates = false;
  readonly #seen = new Set<string>();

  take(packet: Buffer): void {
    if (packet[0] !== command) return;
    const code = packet.readUInt16LE(1);
    const refused = this.#refusal(code);
    this.#complete(code, refused === 0 ? this.#answer(code, packet.subarray(4)) : [refused]);
    if (refused === 0 && (code === opcode.leScanEnable || code === opcode.extendedScanEnable))
      this.emit('scanning', this.scanning);
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
    if (heard.length === 0) return;
    if (this.#spoken === 'extended') this.advertiseExtended(...heard.map((report) => ({ ...report, legacy: true })));
    else this.emit('packet', advertisingReportEvent(heard));
  }

  /** Puts packets of Bluetooth 5 on the air, each report an event; only a host that asked for them hears them. */
  advertiseExtended(...reports: readonly ExtendedReport[]): void {
    if (!this.scanning || this.#spoken !== 'extended' || !this.#extendedEvents) return;
    for (const report of reports) this.emit('packet', extendedReportEvent([report]));
  }

  /** Sends bytes no sane controller would. */
  babble(packet: Buffer): void {
    if (this.scanning) this.emit('packet', packet);
  }

  #refusal(code: number): number {
    const kind = legacyScan.includes(code) ? 'legacy' : extendedScan.includes(code) ? 'extended' : null;
    if (kind === null || this.generation === 'legacy') return kind === 'extended' ? 0x01 : 0;
    if (kind === 'extended' && this.generation === 'boasting') return unsupportedFeature;
    this.#spoken ??= kind;
    return this.#spoken === kind ? 0 : commandDisallowed;
  }

  #answer(code: number, parameters: Buffer): number[] {
    switch (code) {
      case opcode.reset:
        this.scanning = false;
        this.#spoken = null;
        return [0];
      case opcode.supportedCommands: {
        const commands = new Array<number>(64).fill(0);
        // Octet 37, bits 5 and 6.
        if (this.generation !== 'legacy') commands[37] = 0x60;
        return [0, ...commands];
      }
      case opcode.leEventMask:
        this.#extendedEvents = (parameters[1]! & 0x10) !== 0;
        return [0];
      case opcode.readVersion:
        return [0, 9, 0, 0, 9, 0xf1, 0x05, 0, 0];
      case opcode.readAddress:
        return [0, 1, 2, 3, 4, 5, 6];
      case opcode.leBufferSize:
        return [0, 251, 0, 8];
      case opcode.leScanEnable:
      case opcode.extendedScanEnable:
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
