import { Socket } from 'node:net';
import type { HostMessage } from './protocol.ts';

/**
 * How the radio host talks to the station: frames of `length, 4 bytes | kind, 1 byte | body` through a pipe. Not Node's own channel between
 * processes: garbage in that one is thrown where nobody can catch it, and would end the station.
 */
const header = 5;
const json = 0;
const batch = 1;
/** More than the largest batch: 256 records of 1,661 bytes. */
const longest = 512 * 1024;
/** Number of the pipe in the host, the first after the standard ones. */
export const channelFd = 3;

const frame = (kind: number, body: Uint8Array): Buffer => {
  const head = Buffer.alloc(header);
  head.writeUInt32BE(body.length, 0);
  head[4] = kind;
  return Buffer.concat([head, body]);
};

/** The host's end of the pipe. `gone` is called once, when the station has closed its own or ended. */
export function openChannel(gone: () => void): (message: HostMessage, done?: () => void) => void {
  const pipe = new Socket({ fd: channelFd });
  pipe.on('error', () => {});
  pipe.once('close', gone);
  // Nothing is ever said to the host; reading is how an end is noticed.
  pipe.resume();
  return (message, done) => {
    if (!pipe.writable) return;
    const bytes = message.kind === 'heard' ? frame(batch, message.packed) : frame(json, Buffer.from(JSON.stringify(message)));
    pipe.write(bytes, () => done?.());
  };
}

/**
 * Takes the stream of bytes apart again. Whatever is no message is given on as null, after which nothing more is read: the place where
 * the next frame begins is lost.
 */
export class MessageReader {
  readonly #take: (message: unknown) => void;
  #held: Buffer = Buffer.alloc(0);
  #lost = false;

  constructor(take: (message: unknown) => void) {
    this.#take = take;
  }

  push(chunk: Uint8Array): void {
    if (this.#lost) return;
    this.#held = this.#held.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#held, chunk]);
    while (this.#held.length >= header) {
      const length = this.#held.readUInt32BE(0);
      const kind = this.#held[4]!;
      const end = header + length;
      if (length <= longest && this.#held.length < end) return;
      const message = length <= longest ? parse(kind, this.#held.subarray(header, end)) : undefined;
      this.#lost = message === undefined;
      this.#held = this.#lost ? Buffer.alloc(0) : this.#held.subarray(end);
      this.#take(message ?? null);
    }
  }
}

/** Undefined when it is no message. */
function parse(kind: number, body: Buffer): unknown {
  if (kind === batch) return { kind: 'heard', packed: body };
  if (kind !== json) return undefined;
  try {
    return JSON.parse(body.toString()) as unknown;
  } catch {
    return undefined;
  }
}
