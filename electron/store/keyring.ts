import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { InternalError } from '../../shared/errors.ts';
import { openSealed, sealBytes } from '../sealing.ts';

/** A data key as it is stored: sealed under the master key. Deleting it makes all that it sealed unreadable. */
export type WrappedKey = Uint8Array;

/**
 * One random 256-bit key for each customer and each beacon, wrapped by the master key: what is personal is stored only as ciphertext, and
 * forgetting the key forgets it wherever a copy lies. AES-256-GCM throughout; `owner` ties every ciphertext to its row.
 */
export class Keyring {
  readonly #wrapping: Buffer;
  readonly #blinding: Buffer;

  constructor(master: Uint8Array) {
    const derive = (what: string) => Buffer.from(hkdfSync('sha256', master, '', `prevenance ${what}`, 32));
    this.#wrapping = derive('data keys');
    this.#blinding = derive('look-up');
  }

  newKey(owner: string): Buffer {
    return sealBytes(this.#wrapping, randomBytes(32), owner);
  }

  /** Whether a wrapped key is one of ours. */
  isOurs(key: WrappedKey, owner: string): boolean {
    return openSealed(this.#wrapping, key, owner) !== null;
  }

  seal(key: WrappedKey, owner: string, text: string): Buffer {
    return sealBytes(this.#unwrap(key, owner), Buffer.from(text), owner);
  }

  /** @throws InternalError when it does not open: the row was moved, damaged, or sealed under another master key */
  open(key: WrappedKey, owner: string, sealed: Uint8Array): string {
    const bytes = openSealed(this.#unwrap(key, owner), sealed, owner);
    if (bytes === null) throw new InternalError('unreadable', 'a sealed row does not open');
    return bytes.toString('utf8');
  }

  /** Keyed hash to find a row by what is sealed in it. Without the master key it tells nothing, not even short numbers. */
  blind(what: 'customer number' | 'beacon' | 'card', text: string): string {
    return createHmac('sha256', this.#blinding).update(`${what}\0${text}`).digest('base64url');
  }

  #unwrap(key: WrappedKey, owner: string): Buffer {
    const bytes = openSealed(this.#wrapping, key, owner);
    if (bytes === null) throw new InternalError('unreadable', 'a data key does not open under this master key');
    return bytes;
  }
}
