import type { Dbm } from '../../shared/units.ts';
import type { Report } from './reports.ts';

/** Longest advertising data there is (Core Specification, Vol 4 Part E §7.8.57); a chain that goes on is damage. */
export const longestAdvertisement = 1650;
/** Chains unfinished at once. Controllers interleave a handful; strangers who never finish must not cost memory. */
export const mostChains = 32;
/** The pieces of a packet follow each other within a fraction of a second; what waited longer lost its end. */
const patienceMs = 500;

interface Held {
  readonly began: number;
  readonly pieces: Uint8Array[];
  size: number;
  rssi: Dbm | null;
}

/** Puts packets together again that a controller reported in pieces. Bounded in number, size and time. */
export class Reassembly {
  /** In the order in which they began. */
  readonly #held = new Map<string, Held>();

  /** Chains begun and not finished. */
  get unfinished(): number {
    return this.#held.size;
  }

  /** The whole packet that this report ends, or null while more is to come. `at`: milliseconds on any clock that does not go back. */
  take(report: Report, at: number): Report | null {
    const { part } = report;
    if (part === null) return report;
    const held = this.#heldFor(part.chain, at);
    if (held === undefined && part.place === 'last') return report;
    if (held !== undefined && held.size + report.data.length > longestAdvertisement) {
      this.#held.delete(part.chain);
      return null;
    }
    if (part.place === 'more') {
      if (held === undefined) this.#begin(part.chain, report, at);
      else this.#add(held, report);
      return null;
    }
    this.#held.delete(part.chain);
    this.#add(held!, report);
    return { ...report, rssi: held!.rssi, data: Buffer.concat(held!.pieces) };
  }

  #heldFor(chain: string, at: number): Held | undefined {
    const held = this.#held.get(chain);
    if (held === undefined || at - held.began <= patienceMs) return held;
    this.#held.delete(chain);
    return undefined;
  }

  #begin(chain: string, { data, rssi }: Report, at: number): void {
    if (this.#held.size >= mostChains) this.#held.delete(this.#held.keys().next().value!);
    // A copy: a view would keep the whole event, and whatever buffer it came in.
    this.#held.set(chain, { began: at, pieces: [Uint8Array.from(data)], size: data.length, rssi });
  }

  #add(held: Held, { data, rssi }: Report): void {
    held.pieces.push(Uint8Array.from(data));
    held.size += data.length;
    held.rssi = rssi ?? held.rssi;
  }
}
