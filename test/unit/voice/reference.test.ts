import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  inThrees,
  isReference,
  plainReference,
  referenceAlphabet,
  referenceLength,
  referenceOf,
} from '../../../shared/voice/reference.ts';

const references = fc
  .array(fc.integer({ min: 0, max: referenceAlphabet.length - 1 }), { minLength: referenceLength, maxLength: referenceLength })
  .map(referenceOf);
const letters = fc.constantFrom(...referenceAlphabet);

test('the alphabet has a prime number of letters, none twice and none that is mistaken for another', () => {
  expect(new Set(referenceAlphabet).size).toBe(23);
  for (const letter of '01OILSZBUQ') expect(referenceAlphabet).not.toContain(letter);
});

test('a reference is recognised however it is spaced and cased', () => {
  fc.assert(
    fc.property(references, (reference) => {
      expect(reference).toHaveLength(referenceLength + 1);
      for (const typed of [
        reference,
        reference.toLowerCase(),
        inThrees(reference),
        ` ${reference.slice(0, 3)}-${reference.slice(3)}`,
      ]) {
        expect(isReference(typed)).toBe(true);
        expect(plainReference(typed)).toBe(reference);
      }
    }),
  );
});

test('one wrong character is always noticed', () => {
  fc.assert(
    fc.property(references, fc.integer({ min: 0, max: referenceLength }), letters, (reference, place, letter) => {
      fc.pre(reference[place] !== letter);
      expect(isReference(reference.slice(0, place) + letter + reference.slice(place + 1))).toBe(false);
    }),
  );
});

test('two characters that changed places are always noticed', () => {
  fc.assert(
    fc.property(
      references,
      fc.integer({ min: 0, max: referenceLength }),
      fc.integer({ min: 0, max: referenceLength }),
      (reference, a, b) => {
        fc.pre(reference[a] !== reference[b]);
        const swapped = [...reference];
        [swapped[a], swapped[b]] = [swapped[b] as string, swapped[a] as string];
        expect(isReference(swapped.join(''))).toBe(false);
      },
    ),
  );
});

test.each(['', 'R4M', '0O1I5S', 'R4M7KPX', '<script>'])('%j is no reference', (typed) => {
  expect(isReference(typed)).toBe(false);
});
