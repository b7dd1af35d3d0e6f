/**
 * Letters and digits that are not mistaken for one another in writing, without vowels so that no word comes out. There are 23 of them, a
 * prime: only then does the weighted sum below find every mistake it is meant to find.
 */
export const referenceAlphabet = '23456789CDFGHJKMNPRTVWX';
const BASE = referenceAlphabet.length;

/** Characters before the check character: about six million references. A reference is no secret; the code beside it is. */
export const referenceLength = 5;

/** Digits of the code that opens a matter together with its reference. */
export const codeDigits = 6;

/**
 * Weighted sum modulo a prime, as in ISBN-10 (ISO 2108:1992, modulus 11): weights that differ and are no multiples of the modulus find every
 * single wrong character and every two that changed places.
 */
const sum = (text: string): number =>
  [...text].reduce((total, letter, place) => total + (place + 2) * referenceAlphabet.indexOf(letter), 0) % BASE;

/** The character that makes the sum of a whole reference zero. */
function checkCharacter(body: string): string {
  const rest = sum(body);
  const found = [...referenceAlphabet].find((_, value) => (rest + (body.length + 2) * value) % BASE === 0);
  return found as string;
}

/**
 * A reference from random numbers.
 * @param random each a whole number from 0 to 22
 */
export function referenceOf(random: readonly number[]): string {
  const body = random.map((value) => referenceAlphabet[value] ?? '').join('');
  return body + checkCharacter(body);
}

/** What was typed without case, blanks and hyphens. */
export const plainReference = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '');

/** Whether what was typed can be a reference at all. */
export function isReference(typed: string): boolean {
  const text = plainReference(typed);
  return (
    text.length === referenceLength + 1 && [...text].every((letter) => referenceAlphabet.includes(letter)) && sum(text) === 0
  );
}

/** A reference or a code in groups of three, as a screen shows it and people read it out. */
export const inThrees = (text: string): string => (text.match(/.{1,3}/g) ?? []).join('\u00a0');
