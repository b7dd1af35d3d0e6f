import { createSecretKey, type KeyObject } from 'node:crypto';
import { CallerError } from '../../shared/errors.ts';
import type { Hint } from '../../shared/identity/hint.ts';
import { aes } from './eid.ts';
import { hex } from './hex.ts';
import { Recent } from './recent.ts';

/** Addresses remembered that fit a key, and that fit none. Apart, so that a crowd of strangers cannot push out those we know. */
const mostKnown = 1024;
const mostStrangers = 8192;
/** A stranger's address costs an AES key schedule per key, 13 µs: all of them together may take a few milliseconds, no more. */
export const mostIrks = 256;

/**
 * The hash of a resolvable private address: the last 3 bytes of AES(IRK, 13 zero bytes | prand). Both in the order in which people write
 * them, most significant byte first. Source: Bluetooth Core Specification, Vol 3 Part H §2.2.2.
 */
function hashOf(irk: KeyObject, prand: Uint8Array): string {
  const block = new Uint8Array(16);
  block.set(prand, 13);
  return hex(aes(irk)(block), 13, 16);
}

/** `ah` of the Core Specification: 16 bytes of key and 3 of `prand` to 3 bytes, as hex. @throws CallerError for other lengths. */
export function ah(irk: Uint8Array, prand: Uint8Array): string {
  if (irk.length !== 16 || prand.length !== 3)
    throw new CallerError('bad-irk', 'ah takes a key of 16 bytes and 3 bytes of prand');
  return hashOf(createSecretKey(irk), prand);
}

/** Whether a device address (12 hex digits) is a resolvable private one: its upper two bits are 01. */
export const isResolvable = (address: string): boolean => /^[4-7][0-9a-f]{11}$/.test(address);

/** Guesses the key behind a resolvable private address. What it finds is a hint and never an identity. */
export class RpaHints {
  readonly #irks = new Map<string, KeyObject>();
  readonly #known = new Recent<string, Hint>(mostKnown);
  readonly #strangers = new Recent<string, true>(mostStrangers);

  /** Addresses remembered. */
  get remembered(): number {
    return this.#known.size + this.#strangers.size;
  }

  /** Registers or replaces a key. @throws CallerError for one that is not 16 bytes, or one too many. */
  set(keyId: string, irk: Uint8Array): void {
    if (irk.length !== 16) throw new CallerError('bad-irk', 'an identity resolving key has 16 bytes');
    if (!this.#irks.has(keyId) && this.#irks.size >= mostIrks) {
      throw new CallerError('too-many-irks', `at most ${mostIrks} devices can be hinted at`);
    }
    this.#irks.set(keyId, createSecretKey(irk));
    this.#forgetAddresses();
  }

  /** Forgets a key, and every address it was found behind, at once. */
  delete(keyId: string): void {
    if (this.#irks.delete(keyId)) this.#forgetAddresses();
  }

  /** The keys that fit an address (12 lower-case hex digits), or null when none does. */
  hint(address: string): Hint | null {
    if (this.#irks.size === 0 || !isResolvable(address)) return null;
    const known = this.#known.get(address);
    if (known !== undefined) return known;
    if (this.#strangers.get(address)) return null;
    const keys = this.#keysOf(address);
    if (keys.length === 0) {
      this.#strangers.set(address, true);
      return null;
    }
    const hint: Hint = { kind: 'hint', keys };
    this.#known.set(address, hint);
    return hint;
  }

  #keysOf(address: string): string[] {
    const prand = Uint8Array.from(Buffer.from(address.slice(0, 6), 'hex'));
    const hash = address.slice(6);
    return [...this.#irks].filter(([, irk]) => hashOf(irk, prand) === hash).map(([keyId]) => keyId);
  }

  #forgetAddresses(): void {
    this.#known.clear();
    this.#strangers.clear();
  }
}
