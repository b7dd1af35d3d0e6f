import type { Clock } from '../../shared/clock.ts';
import type { RadioStatus } from '../../shared/contract/index.ts';
import { dbm, elapsed, type Millis, millis, seconds } from '../../shared/units.ts';
import type { Advertisement, AdvertisementSource } from './advertisement.ts';
import { hex } from './hex.ts';

export interface Walk {
  /** Asked for every packet, so that an identifier that rotates does. */
  readonly advertisingData: () => Uint8Array;
  /** How long the walker stays in front of the kiosk, after four seconds of approach and before four of leaving. */
  readonly seconds: number;
}

export interface DemoWalkOptions {
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** The radio that pretends to hear the walker. */
  readonly receiver: string;
}

/** About eight packets a second: a telephone's usual pace. */
const packetGap = millis(125);
const onTheWay = seconds(4);
/** At the door, and one step from the screen. */
const farDbm = -88;
const nearDbm = -52;
/** Standard deviation of a packet's strength around its mean, in dB; people in shops scatter by 6 to 8, a demo may be kinder. */
const spread = 3;

/** A source that hears nothing until somebody is made to walk past: raw advertising bytes, for the same path as real ones. */
export class DemoWalkSource implements AdvertisementSource {
  readonly #options: DemoWalkOptions;
  #deliver: ((advertisement: Advertisement) => void) | null = null;
  readonly #walks = new Set<() => void>();

  constructor(options: DemoWalkOptions) {
    this.#options = options;
  }

  async start(deliver: (advertisement: Advertisement) => void, report: (status: RadioStatus) => void): Promise<void> {
    this.#deliver = deliver;
    report({
      state: 'listening',
      reason: 'demo',
      detail: 'Demonstration radio: it hears the people made to walk by "prevenance walk".',
      advertisementsPerSecond: 0,
      lastAdvertisementAgeMs: null,
      restarts: 0,
    });
  }

  async stop(): Promise<void> {
    this.#deliver = null;
    for (const cancel of this.#walks) cancel();
    this.#walks.clear();
  }

  /** Sends one walker past. Returns how long the whole walk takes, and a function that ends it at once. */
  walk(walk: Walk): { readonly duration: Millis; readonly cancel: () => void } {
    const { clock, receiver } = this.#options;
    const duration = millis(2 * onTheWay + walk.seconds * 1000);
    const address = this.#randomAddress();
    const began = clock.mono();
    const step = () => {
      const now = clock.mono();
      const t = elapsed(began, now);
      if (t > duration) cancel();
      else this.#deliver?.({ receiver, address, rssi: this.#rssiAt(t, duration), data: walk.advertisingData(), at: now });
    };
    const stop = clock.every(packetGap, step);
    const cancel = () => {
      stop();
      this.#walks.delete(cancel);
    };
    this.#walks.add(cancel);
    return { duration, cancel };
  }

  /** Strength `t` into the walk: straight in and out in decibels, with a roughly normal scatter. */
  #rssiAt(t: Millis, duration: Millis) {
    const { random } = this.#options;
    const closeness = Math.min(1, t / onTheWay, (duration - t) / onTheWay);
    const noise = (random() + random() + random() - 1.5) * 2 * spread;
    return dbm(Math.round(farDbm + (nearDbm - farDbm) * closeness + noise));
  }

  /** A resolvable-looking private address: a telephone's, which tells nothing. */
  #randomAddress(): string {
    const bytes = Uint8Array.from({ length: 6 }, () => Math.floor(this.#options.random() * 256));
    bytes[0] = (bytes[0]! & 0x3f) | 0x40;
    return hex(bytes);
  }
}
