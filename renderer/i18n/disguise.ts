import type { Messages } from '@lingui/core';

/**
 * Sentences nobody speaks, made from those of a real language, to find what breaks in the next one. `long`: accented, bracketed, about
 * 40 % longer; what stays plain is no sentence of the catalogue. `mirrored`: the same letters, read from right to left.
 */
export const disguises = ['long', 'mirrored'] as const;
export type Disguise = (typeof disguises)[number];

const plain = 'aceginostuyzACEGINOSTUYZ';
const marked = 'åçéğîñöšţûýžÅÇÉĞÎÑÖŠŢÛÝŽ';
const doubled = /[aeinoruy]/i;
/** Tags and placeholders, which are not words. */
const notWords = /(<\/?\d+\/?>|\{\w+\})/;
/** Right-to-left override and its end: the letters stay Latin, so that the bundled typefaces still draw them. */
const RLO = '\u202e';
const PDF = '\u202c';
/** A mark on both sides keeps what is filled in from joining the override. */
const RLM = '\u200f';

const letter = (char: string): string => {
  const at = plain.indexOf(char);
  return (at < 0 ? char : (marked[at] as string)) + (doubled.test(char) ? char.toLowerCase() : '');
};

const words = (text: string, disguise: Disguise): string => {
  if (disguise === 'long') return [...text].map(letter).join('');
  return /\p{L}/u.test(text) ? `${RLM}${RLO}${text}${PDF}${RLM}` : text;
};

const outsideTags = (text: string, disguise: Disguise): string =>
  text
    .split(notWords)
    .map((part, i) => (i % 2 === 0 ? words(part, disguise) : part))
    .join('');

const bracketed = (text: string, disguise: Disguise): string => (disguise === 'long' ? `[${text}]` : text);

/** One sentence without plurals, as it stands in a catalogue. */
export const disguised = (sentence: string, disguise: Disguise): string => bracketed(outsideTags(sentence, disguise), disguise);

type Compiled = Exclude<Messages[string], string>;

/** Lingui's compiled form: words, `#`, and placeholders `[name, kind?, forms?]`. */
function inside(tokens: Compiled, disguise: Disguise): Compiled {
  return tokens.map((token) => {
    if (typeof token === 'string') return token === '#' ? token : outsideTags(token, disguise);
    const [name, kind, forms] = token;
    if (typeof forms !== 'object' || forms === null) return token;
    const changed = Object.entries(forms).map(([form, value]) => [form, Array.isArray(value) ? inside(value, disguise) : value]);
    return [name, kind, Object.fromEntries(changed)];
  }) as Compiled;
}

/** A whole catalogue in disguise. */
export const disguisedCatalogue = (messages: Messages, disguise: Disguise): Messages =>
  Object.fromEntries(
    Object.entries(messages).map(([id, message]) => [
      id,
      typeof message === 'string'
        ? disguised(message, disguise)
        : disguise === 'long'
          ? (['[', ...inside(message, disguise), ']'] as Compiled)
          : inside(message, disguise),
    ]),
  );
