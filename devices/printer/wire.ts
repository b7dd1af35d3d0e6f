import { connect, type Socket } from 'node:net';

/** A TCP connection to a printer: bytes out, single bytes back. */
export class Wire {
  readonly #socket: Socket;
  readonly #heard: number[] = [];
  #waiting: ((byte: number | null) => void) | null = null;
  #over = false;
  #done = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (bytes) => {
      this.#heard.push(...bytes);
      this.#hand();
    });
    for (const end of ['end', 'close', 'error']) {
      socket.on(end, () => {
        this.#over = true;
        this.#hand();
      });
    }
  }

  /** Null when nobody answers in time. */
  static open(address: { host: string; port: number }, patienceMs: number, signal: AbortSignal): Promise<Wire | null> {
    return new Promise((resolve) => {
      const socket = connect(address);
      const giveUp = () => {
        clearTimeout(timer);
        socket.destroy();
        resolve(null);
      };
      const timer = setTimeout(giveUp, patienceMs);
      socket.on('error', giveUp);
      if (signal.aborted) return giveUp();
      signal.addEventListener('abort', giveUp, { once: true });
      socket.once('connect', () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        socket.setNoDelay(true);
        const wire = new Wire(socket);
        socket.off('error', giveUp);
        // What the system still holds for the printer must not reach it later: a reset throws it away, an ordinary end would not.
        signal.addEventListener('abort', () => wire.drop(), { once: true });
        resolve(wire);
      });
    });
  }

  get over(): boolean {
    return this.#over;
  }

  write(bytes: Uint8Array): void {
    if (!this.#over) this.#socket.write(bytes);
  }

  /** The next byte that comes; null when none does in time, or the connection is over. */
  answer(patienceMs: number): Promise<number | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#waiting?.(null), patienceMs);
      this.#waiting = (byte) => {
        clearTimeout(timer);
        this.#waiting = null;
        resolve(byte);
      };
      this.#hand();
    });
  }

  /** Says that all is sent, and waits for the other end to have read it and to hang up, too. False: it did not in time. */
  async finish(patienceMs: number): Promise<boolean> {
    this.#socket.end();
    while ((await this.answer(patienceMs)) !== null);
    return this.#over && this.#socket.errored === null;
  }

  /** Hangs up once everything is sent. */
  hangUp(): void {
    this.#done = true;
    this.#socket.destroySoon();
  }

  /** Hangs up at once. Whatever was not read yet is thrown away at both ends. */
  drop(): void {
    if (!this.#done) this.#socket.resetAndDestroy();
  }

  #hand(): void {
    if (this.#waiting === null) return;
    const byte = this.#heard.shift();
    if (byte !== undefined || this.#over) this.#waiting(byte ?? null);
  }
}
