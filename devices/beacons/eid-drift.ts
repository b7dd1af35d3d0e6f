/** Identifiers that must say the same before a clock is believed to have drifted. */
const witnesses = 3;
/** Identifiers remembered; older ones knew an older clock. */
const memory = 8;

/** A deviation below this share of a quantum is not worth a correction: the table holds the neighbours of a quantum anyway. */
export const worthwhile = (exponent: number): number => Math.max(1, 2 ** exponent / 16);

/** What one identifier told: the beacon's clock is at least `least` seconds ahead of what we believe, and at most `most`. */
interface Testimony {
  readonly quantum: number;
  least: number;
  most: number;
}

/**
 * Watches one beacon for a clock that runs ahead of what we believe, or behind. The first packet with an identifier proves that the
 * beacon has reached its quantum. The last one only suggests that it has not left it: a beacon may switch late, and somebody may be
 * repeating it. So of leads the largest counts, of lags the smallest, and never more of a lag than the proofs leave room for.
 */
export class Drift {
  #heard: Testimony[] = [];

  /**
   * Notes that the identifier of `quantum` was heard when we believed the beacon's clock to show `beaconTime`. Returns the seconds by
   * which it is ahead (behind: negative) once several identifiers agree, and then begins anew.
   */
  note(quantum: number, exponent: number, beaconTime: number): number | null {
    const span = 2 ** exponent;
    const least = quantum * span - beaconTime;
    const most = least + span - 1;
    const known = this.#heard.find((one) => one.quantum === quantum);
    if (known !== undefined) {
      known.least = Math.max(known.least, least);
      known.most = Math.min(known.most, most);
      return null;
    }
    // An identifier is judged when the next one comes: until then its last packet may be still to come.
    const settled = this.#settled(worthwhile(exponent));
    if (settled !== null) this.#heard = [];
    this.#heard.push({ quantum, least, most });
    if (this.#heard.length > memory) this.#heard.shift();
    return settled;
  }

  #settled(worth: number): number | null {
    const leads = this.#heard.filter(({ least }) => least >= worth);
    if (leads.length >= witnesses) return Math.max(...leads.map(({ least }) => least));
    const lags = this.#heard.filter(({ most }) => most <= -worth);
    if (lags.length < witnesses) return null;
    const proven = Math.max(...this.#heard.map(({ least }) => least));
    const lag = Math.max(proven, ...lags.map(({ most }) => most));
    return lag <= -worth ? lag : null;
  }
}
