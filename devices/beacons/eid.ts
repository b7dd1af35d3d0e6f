import { createCipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { hex } from './hex.ts';

/** The temporary key holds for this many seconds: it depends on the upper half of the beacon's 32-bit clock. */
export const temporaryKeySpan = 0x1_0000;

/** Encrypts one block of 16 bytes. */
export type Encrypt = (block: Uint8Array) => Uint8Array;

/** AES-128. ECB keeps nothing from one block to the next, so one cipher object serves for many blocks. */
export function aes(key: KeyObject): Encrypt {
  const cipher = createCipheriv('aes-128-ecb', key, null);
  cipher.setAutoPadding(false);
  return (block) => cipher.update(block);
}

/** A beacon's clock counts seconds in 32 bits. */
const wrap = (beaconTime: number): number => ((Math.floor(beaconTime) % 0x1_0000_0000) + 0x1_0000_0000) % 0x1_0000_0000;

/**
 * Temporary key of the span that holds `beaconTime`: AES(identity key, 11 zero bytes, FF, 2 zero bytes, upper 16 bits of the time).
 * Source: github.com/google/eddystone, eddystone-eid/eid-computation.md.
 */
export function temporaryKey(identityKey: KeyObject, beaconTime: number): KeyObject {
  const time = wrap(beaconTime);
  const block = new Uint8Array(16);
  block[11] = 0xff;
  block[14] = time >>> 24;
  block[15] = (time >>> 16) & 0xff;
  return createSecretKey(aes(identityKey)(block));
}

/** The ephemeral identifier under a temporary key: the first 8 bytes of AES(11 zero bytes, K, time with its K low bits cleared). */
export function eidUnder(temporary: Encrypt, exponent: number, beaconTime: number): string {
  const time = wrap(beaconTime);
  const block = new Uint8Array(16);
  block[11] = exponent;
  new DataView(block.buffer).setUint32(12, time - (time % 2 ** exponent));
  return hex(temporary(block), 0, 8);
}

/** Eddystone-EID at `beaconTime` (seconds on the beacon's clock), 16 hex digits. `exponent` is K: it changes every 2^K seconds. */
export function computeEid(identityKey: Uint8Array, exponent: number, beaconTime: number): string {
  return eidUnder(aes(temporaryKey(createSecretKey(identityKey), beaconTime)), exponent, beaconTime);
}
