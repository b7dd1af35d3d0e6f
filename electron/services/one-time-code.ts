import { randomInt } from 'node:crypto';

/** Codes that a person reads off a screen: no letters that look alike. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** @param length letters and digits, five bits each; a hyphen stands in the middle to read by */
export const newCode = (length: number): string => {
  const letters = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${letters.slice(0, length / 2)}-${letters.slice(length / 2)}`;
};

/** What a typed code says: the hyphen is there to read by, and letters have no case. */
export const spoken = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '');
