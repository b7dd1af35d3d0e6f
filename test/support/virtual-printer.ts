import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/*
 * Characters 0x80–0xFF as the vendors publish them (unicode.org/Public/MAPPINGS/VENDORS). The numbers are those of ESC t on Epson printers.
 */
const cp437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const cp850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
const windows1252 = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 128 }, (_, i) => 128 + i));
const pages: Readonly<Record<number, string>> = { 0: cp437, 2: cp850, 16: windows1252, 19: cp850.replace('ı', '€') };

/** One slip as it lies in the tray. */
export interface PrintedSlip {
  readonly lines: readonly string[];
  /** What a telephone reads from the QR codes. */
  readonly codes: readonly string[];
  readonly cut: boolean;
}

/** How the printer behaves. */
export interface Manners {
  /** Answers DLE EOT and GS r. Cheap printers do not. */
  speaks?: boolean;
  paper?: 'there' | 'out';
  cover?: 'closed' | 'open';
  /** Accepts the connection and never reads. */
  deaf?: boolean;
  /** Resets the connection once it has read this many bytes of a slip. */
  resetsAfter?: number;
  /** The paper ends once it has read this many bytes. */
  paperEndsAfter?: number;
  /** Takes so many bytes a second: 960 is a serial line of 9600 baud behind the network card. */
  bytesPerSecond?: number;
  /** Keeps the connection open after the other end has hung up. */
  neverHangsUp?: boolean;
}

/**
 * An ESC/POS printer on a TCP port, as an Epson TM with a network card behaves: it answers real-time questions at once, the others in their
 * turn, prints line by line what it understands, and throws its buffer away when told to.
 */
export class VirtualPrinter {
  readonly manners: Manners;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly slips: PrintedSlip[] = [];
  /** Everything that came out of the printer, slips that were never finished included. */
  paper = '';
  /** Times it was told to throw its buffer away. */
  cleared = 0;
  connections = 0;

  constructor(manners: Manners = {}) {
    this.manners = manners;
    this.#server = createServer({ allowHalfOpen: true, highWaterMark: 64 }, (socket) => this.#serve(socket));
  }

  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Reads what a deaf printer still has lying before it. */
  wake(): void {
    for (const socket of this.#sockets) socket.resume();
  }

  #serve(socket: Socket): void {
    this.connections += 1;
    this.#sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => this.#sockets.delete(socket));
    const { manners } = this;
    let read = 0;
    let slip = newSlip();
    let buffer: number[] = [];
    const finish = (cut: boolean) => {
      if (slip.line !== '') slip.lines.push(slip.line);
      if (slip.codes.length > 0 || slip.lines.some((line) => line !== ''))
        this.slips.push({ lines: slip.lines, codes: slip.codes, cut });
      slip = newSlip();
    };
    const stuck = () => manners.paper === 'out' || manners.cover === 'open';
    const work = () => {
      while (buffer.length > 0) {
        if (buffer[0] === 0x10 && buffer[1] === 0x04) {
          if (buffer.length < 3) return;
          const [, , n] = buffer.splice(0, 3);
          if (manners.speaks) socket.write(Uint8Array.of(this.#realTime(n ?? 0)));
        } else if (buffer[0] === 0x10 && buffer[1] === 0x14) {
          if (buffer.length < 10) return;
          buffer = [];
          slip = newSlip();
          this.cleared += 1;
        } else if (stuck()) {
          // Real-time commands overtake what waits for paper.
          const next = buffer.findIndex((byte, i) => byte === 0x10 && (buffer[i + 1] === 0x04 || buffer[i + 1] === 0x14));
          if (next === -1) return;
          const waiting = buffer.splice(0, next);
          const before = buffer.length;
          work();
          if (buffer.length < before) {
            if (this.cleared === 0) buffer = [...waiting, ...buffer];
            return;
          }
          return;
        } else {
          const done = take(buffer, slip);
          if (done === null) return;
          buffer.splice(0, done.length);
          if (done.text) this.paper += done.text;
          if (done.ask && manners.speaks) socket.write(Uint8Array.of(0));
          if (done.cut) finish(true);
        }
      }
    };
    let late: Promise<void> = Promise.resolve();
    socket.on('data', (bytes) => {
      if (manners.bytesPerSecond !== undefined) {
        socket.pause();
        late = new Promise((resolve) => setTimeout(resolve, (bytes.length / (manners.bytesPerSecond ?? 1)) * 1000)).then(() => {
          socket.resume();
        });
      }
      read += bytes.length;
      buffer.push(...bytes);
      if (manners.resetsAfter !== undefined && read > manners.resetsAfter) return socket.resetAndDestroy();
      if (manners.paperEndsAfter !== undefined && read > manners.paperEndsAfter) manners.paper = 'out';
      work();
    });
    socket.on('end', () => {
      void late.then(() => {
        finish(false);
        if (!manners.neverHangsUp) socket.end();
      });
    });
    if (manners.deaf) socket.pause();
  }

  #realTime(question: number): number {
    const { paper = 'there', cover = 'closed' } = this.manners;
    const fixed = 0b0001_0010;
    if (question === 1) return fixed | (paper === 'out' || cover === 'open' ? 0x08 : 0);
    if (question === 2) return fixed | (cover === 'open' ? 0x04 : 0) | (paper === 'out' ? 0x20 : 0);
    return fixed | (paper === 'out' ? 0x6c : 0);
  }
}

interface OpenSlip {
  line: string;
  page: number;
  pending: string | null;
  lines: string[];
  codes: string[];
}

const newSlip = (): OpenSlip => ({ line: '', page: 0, pending: null, lines: [], codes: [] });

interface Taken {
  readonly length: number;
  readonly text?: string;
  readonly cut?: boolean;
  readonly ask?: boolean;
}

/** Takes one command or character; null: more bytes must come first. Lengths after Epson's command reference. */
function take(b: readonly number[], slip: OpenSlip): Taken | null {
  const [first = 0, second, third] = b;
  const whole = (length: number): Taken | null => (b.length < length ? null : { length });
  if (first === 0x0a) {
    slip.lines.push(slip.line);
    slip.line = '';
    return { length: 1, text: '\n' };
  }
  if (first === 0x1b) {
    if (second === undefined) return null;
    if (second === 0x40) {
      slip.page = 0;
      return { length: 2 };
    }
    if (second === 0x74) {
      if (third === undefined) return null;
      slip.page = third;
    }
    return whole(3);
  }
  if (first === 0x1c) return whole(2);
  if (first === 0x1d) {
    if (second === 0x28) {
      if (b.length < 5) return null;
      const length = 5 + (b[3] ?? 0) + 256 * (b[4] ?? 0);
      if (b.length < length) return null;
      const [kind, fn] = [b[5], b[6]];
      if (kind === 0x31 && fn === 0x50) slip.pending = new TextDecoder().decode(Uint8Array.from(b.slice(8, length)));
      if (kind === 0x31 && fn === 0x51 && slip.pending !== null) slip.codes.push(slip.pending);
      return { length };
    }
    if (second === 0x56) return b.length < 3 ? null : { length: 3, cut: true };
    if (second === 0x72) return b.length < 3 ? null : { length: 3, ask: true };
    return whole(3);
  }
  if (first < 0x20) return { length: 1 };
  const character = first < 0x80 ? String.fromCharCode(first) : (pages[slip.page]?.[first - 0x80] ?? '\ufffd');
  slip.line += character;
  return { length: 1, text: character };
}
