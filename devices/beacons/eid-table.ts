import { createSecretKey, type KeyObject } from 'node:crypto';
import { CallerError } from '../../shared/errors.ts';
import type { ResolveEid } from '../../shared/identity/identify.ts';
import type { EpochMs } from '../../shared/units.ts';
import { aes, type Encrypt, eidUnder, temporaryKey, temporaryKeySpan } from './eid.ts';
import { driftBetween } from './eid-clock.ts';
import { Drift, worthwhile } from './eid-drift.ts';

/** A registered ephemeral beacon. */
export interface EidKey {
  readonly keyId: string;
  /** 16 secret bytes shared with the beacon at enrolment. */
  readonly identityKey: Uint8Array;
  /** K, 0 to 15: the identifier changes every 2^K seconds. */
  readonly exponent: number;
  /** Seconds to add to wall time to get the beacon's own clock. */
  readonly clockOffset: number;
  /** When `clockOffset` was last certain: at registration, or when it was corrected. Without it the offset is never corrected. */
  readonly knownAt?: EpochMs;
}

/** A correction to write down with the beacon's registration. */
export interface LearntClock {
  readonly keyId: string;
  readonly clockOffset: number;
  readonly knownAt: EpochMs;
}

interface Entry {
  readonly keyId: string;
  readonly key: KeyObject;
  readonly exponent: number;
  clockOffset: number;
  knownAt: EpochMs | null;
  drift: Drift | null;
  /** Kept as a key, not as a cipher: ten thousand idle ciphers weigh 70 MB. */
  temporary: { readonly span: number; readonly key: KeyObject } | null;
  /** Quantum the table holds for this beacon, with the one before and after; null before the first computation. */
  quantum: number | null;
  readonly eids: [string, string, string];
}

/**
 * Every identifier our beacons may send about now: for each key the current quantum and its two neighbours, because a beacon's clock
 * drifts and may switch anywhere inside the quantum. An identifier recorded earlier and sent again later is not in the table any more.
 */
export class EidTable {
  readonly #entries = new Map<string, Entry>();
  readonly #byEid = new Map<string, string>();

  get size(): number {
    return this.#entries.size;
  }

  /** Registers or replaces a beacon. It is recognised from the next `move` on. */
  set(key: EidKey): void {
    if (key.identityKey.length !== 16) throw new CallerError('bad-eid-key', 'an identity key has 16 bytes');
    if (!Number.isInteger(key.exponent) || key.exponent < 0 || key.exponent > 15) {
      throw new CallerError('bad-eid-key', 'a rotation exponent is a whole number from 0 to 15');
    }
    if (!Number.isSafeInteger(key.clockOffset))
      throw new CallerError('bad-eid-key', 'a clock offset is a whole number of seconds');
    this.delete(key.keyId);
    const { keyId, exponent, clockOffset, knownAt = null } = key;
    const secret = createSecretKey(key.identityKey);
    const clock = { clockOffset, knownAt, drift: null };
    this.#entries.set(keyId, { keyId, key: secret, exponent, ...clock, temporary: null, quantum: null, eids: ['', '', ''] });
  }

  /** Forgets a beacon at once. */
  delete(keyId: string): void {
    const entry = this.#entries.get(keyId);
    if (entry === undefined) return;
    this.#drop(entry, entry.eids);
    this.#entries.delete(keyId);
  }

  /** The key that makes this identifier now; constant time in the number of keys. */
  readonly resolve: ResolveEid = (eid) => this.#byEid.get(eid) ?? null;

  /**
   * Moves the window to `now` for at most `atMost` beacons whose quantum has changed, and returns how many remain. A beacon that stepped
   * one quantum costs one AES block. Call it about once a second; with a limit, call again (after a turn of the event loop) until 0.
   * The neighbours keep lookups right meanwhile.
   */
  move(now: EpochMs, atMost = Number.POSITIVE_INFINITY): number {
    const seconds = Math.floor(now / 1000);
    let moved = 0;
    let remaining = 0;
    for (const entry of this.#entries.values()) {
      const quantum = Math.floor((seconds + entry.clockOffset) / 2 ** entry.exponent);
      if (quantum === entry.quantum) continue;
      if (moved < atMost) {
        this.#step(entry, quantum);
        moved++;
      } else remaining++;
    }
    return remaining;
  }

  /**
   * Learns from an identifier heard `now` how a beacon's clock runs. Returns the corrected offset when several identifiers agreed on it;
   * the table uses it from the next `move` on. Never corrects by more than a sound clock can have drifted since `knownAt`: whoever
   * repeats what a beacon sent cannot talk us into believing it for longer, and a clock that is further off is for `ClockSearch`.
   */
  observe(eid: string, now: EpochMs): LearntClock | null {
    const keyId = this.#byEid.get(eid);
    const entry = keyId === undefined ? undefined : this.#entries.get(keyId);
    if (entry === undefined || entry.quantum === null || entry.knownAt === null) return null;
    const { exponent, clockOffset } = entry;
    const quantum = entry.quantum - 1 + entry.eids.indexOf(eid);
    entry.drift ??= new Drift();
    const deviation = entry.drift.note(quantum, exponent, Math.floor(now / 1000) + clockOffset);
    if (deviation === null) return null;
    const most = Math.floor(driftBetween(entry.knownAt, now));
    if (most < worthwhile(exponent)) return null;
    entry.clockOffset = clockOffset + Math.max(-most, Math.min(most, deviation));
    entry.knownAt = now;
    return { keyId: entry.keyId, clockOffset: entry.clockOffset, knownAt: now };
  }

  #step(entry: Entry, quantum: number): void {
    const held = entry.quantum;
    const before: readonly string[] = [...entry.eids];
    const compute = this.#computer(entry);
    for (const [slot, q] of [quantum - 1, quantum, quantum + 1].entries()) {
      const known = held === null ? undefined : before[q - held + 1];
      entry.eids[slot] = known ?? compute(q);
    }
    entry.quantum = quantum;
    this.#drop(
      entry,
      before.filter((eid) => !entry.eids.includes(eid)),
    );
    for (const eid of entry.eids) this.#byEid.set(eid, entry.keyId);
  }

  /** Computes identifiers of one beacon, sharing the cipher between quanta of the same temporary key. */
  #computer(entry: Entry): (quantum: number) => string {
    let cipher: { readonly span: number; readonly encrypt: Encrypt } | null = null;
    return (quantum) => {
      const time = quantum * 2 ** entry.exponent;
      const span = Math.floor(time / temporaryKeySpan);
      if (entry.temporary?.span !== span) entry.temporary = { span, key: temporaryKey(entry.key, time) };
      if (cipher?.span !== span) cipher = { span, encrypt: aes(entry.temporary.key) };
      return eidUnder(cipher.encrypt, entry.exponent, time);
    };
  }

  #drop(entry: Entry, eids: readonly string[]): void {
    for (const eid of eids) if (this.#byEid.get(eid) === entry.keyId) this.#byEid.delete(eid);
  }
}
