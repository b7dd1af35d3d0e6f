/** Fills an array with random bytes; `crypto.getRandomValues` in the page. */
export type RandomBytes = (into: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/**
 * A fresh identifier for one command: 128 random bits in hexadecimal.
 * `crypto.randomUUID` would do the same, but browsers hide it from pages served over plain HTTP on a LAN.
 */
export function commandId(random: RandomBytes): string {
  return Array.from(random(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
