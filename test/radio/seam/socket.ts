import { EventEmitter } from 'node:events';
import { Controller } from './controller.ts';

export type SeamFault = 'EAFNOSUPPORT' | 'ENODEV' | 'EPERM';

const faults = {
  EAFNOSUPPORT: { errno: 97, message: 'Address family not supported by protocol' },
  ENODEV: { errno: 19, message: 'No such device' },
  EPERM: { errno: 1, message: 'Operation not permitted' },
  ENETDOWN: { errno: 100, message: 'Network is down' },
} as const;

/** Reports the kernel holds for a socket nobody reads (212,992 bytes of 768); the rest is gone without a word. */
const kernelQueue = 278;

/**
 * Stands for @stoprocent/bluetooth-hci-socket 2.3.0 on Linux. Mirrors what was seen of the real one:
 * - nothing is opened before the first call; a kernel without AF_BLUETOOTH gives an `error` event with a positive `errno` and no `code`
 *   on every call, and `isDevUp()` is false;
 * - `bindRaw` with no adapter throws an Error that has a message only;
 * - without CAP_NET_RAW binding works and each write is refused with EPERM;
 * - an adapter that went down and came up again says it is up, and never delivers another packet to this process;
 * - packets come from another thread, never inside a call; the kernel holds 278;
 * - commands of other programs are heard too, and so is what the controller answers them; one's own commands are not.
 */
export class SeamSocket extends EventEmitter {
  static fault: SeamFault | null = null;
  static readonly controller = new Controller();
  static #down = false;
  static #hasBeenDown = false;
  readonly #queue: Buffer[] = [];
  #draining = false;

  static power(on: boolean): void {
    if (!on) SeamSocket.#hasBeenDown = true;
    SeamSocket.#down = !on;
  }

  /** Another program on this machine sends a command to the same controller. */
  static meddle(command: Buffer): void {
    SeamSocket.controller.emit('packet', command);
    SeamSocket.controller.take(command);
  }

  bindRaw(): void {
    if (!this.#open()) return;
    if (SeamSocket.fault === 'ENODEV') throw new Error(faults.ENODEV.message);
    SeamSocket.controller.on('packet', (packet) => this.#receive(packet));
  }

  start(): void {
    this.#open();
  }

  stop(): void {}

  isDevUp(): boolean {
    return this.#open() && !SeamSocket.#down;
  }

  setFilter(): void {
    this.#open();
  }

  write(packet: Buffer): void {
    if (!this.#open()) return;
    if (SeamSocket.fault === 'EPERM') this.#fail('EPERM');
    else if (SeamSocket.#down) this.#fail('ENETDOWN');
    else SeamSocket.controller.take(packet);
  }

  #open(): boolean {
    if (SeamSocket.fault !== 'EAFNOSUPPORT') return true;
    this.#fail('EAFNOSUPPORT');
    return false;
  }

  #fail(fault: keyof typeof faults): void {
    const { errno, message } = faults[fault];
    this.emit('error', Object.assign(new Error(message), { errno, syscall: 'seam' }));
  }

  #receive(packet: Buffer): void {
    if (SeamSocket.#hasBeenDown || this.#queue.length >= kernelQueue) return;
    this.#queue.push(packet);
    if (this.#draining) return;
    this.#draining = true;
    setImmediate(() => {
      this.#draining = false;
      for (const waiting of this.#queue.splice(0)) this.emit('data', waiting);
    });
  }
}
