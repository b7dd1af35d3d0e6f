/**
 * Letters that lie at the same place on AZERTY, QWERTY and QWERTZ keyboards: a scanner that types under the wrong layout still types them.
 */
const letters = 'BCDEFGHIJKLNOPRSTUVX';

/** 20^30 is 2^129: a card cannot be guessed, so it needs no picture beside it. */
const length = 30;

/** @param below a random integer from 0 to the given bound, the bound excluded */
export const newCardCode = (below: (bound: number) => number): string =>
  Array.from({ length }, () => letters[below(letters.length)]).join('');

/** The card code in what was typed or scanned, however it is spaced; null when it is none. */
export function readCardCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s-]/g, '');
  return code.length === length && [...code].every((letter) => letters.includes(letter)) ? code : null;
}
