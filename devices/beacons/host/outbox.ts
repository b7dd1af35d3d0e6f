import type { Heard } from './wire.ts';

/** Sends a batch and calls `done` when the pipe has taken it. */
export type SendBatch = (batch: readonly Heard[], done: () => void) => void;

/** Batches on their way into the pipe at once. More would only hide that the other side is slow. */
const maxInFlight = 4;
const maxBatch = 256;
/** Held back while the pipe is full; beyond it the oldest go, because presence is about now. About a second of a busy shop. */
export const maxHeld = 4096;

/** Advertisements waiting to be sent. Bounded, whatever the other side does. */
export class Outbox {
  readonly #send: SendBatch;
  #held: Heard[] = [];
  #inFlight = 0;
  dropped = 0;

  constructor(send: SendBatch) {
    this.#send = send;
  }

  get size(): number {
    return this.#held.length;
  }

  add(heard: Heard): void {
    this.#held.push(heard);
    if (this.#held.length <= maxHeld) return;
    // In slices, so that a flood does not move the whole array once per packet.
    this.#held = this.#held.slice(maxBatch);
    this.dropped += maxBatch;
  }

  /** Sends what the pipe will take now. */
  flush(): void {
    while (this.#held.length > 0 && this.#inFlight < maxInFlight) {
      const batch = this.#held.splice(0, maxBatch);
      this.#inFlight++;
      this.#send(batch, () => {
        this.#inFlight--;
        this.flush();
      });
    }
  }
}
