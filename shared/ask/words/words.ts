import type { ProductFact } from '../../contract/index.ts';

/**
 * What has to be known of a language to find an answer to a question asked in it. Words in one text are separated by spaces and written as
 * `wordsOf` writes them: in lower case and without accents.
 */
export interface AskWords {
  /** Words that ask, greet or join, and say nothing of what is asked. */
  readonly fillers: string;
  /** Everyday words of a shop that stand for each other, one group a text. Two words joined by `_` are read as one. */
  readonly sameWords: readonly string[];
  /** Ways of asking for opening hours, as people write them. The first is shown. */
  readonly hours: readonly string[];
  /** Weekdays, Monday first, in all their forms. */
  readonly weekdays: readonly string[];
  /** Words for today and its parts. */
  readonly todays: string;
  readonly tomorrow: string;
  /** Days that the week's opening hours say nothing about, such as feasts, and the names of months. */
  readonly otherDays: string;
  /** Ways of asking for what is no store's to answer, as people write them. */
  readonly notOurs: readonly string[];
  readonly products: {
    /** What is said around a product to ask for something about it, between spaces. The first that fits counts. */
    readonly patterns: readonly (readonly [ProductFact, RegExp])[];
    /** Where something comes from is another question than where it stands. */
    readonly origins: RegExp;
    /** The word after which a use is said. */
    readonly forWhat: string;
    /** Words of the patterns, which are no part of a product's name. */
    readonly around: string;
  };
  /** Numbers, days, months and measures written as words. */
  readonly facts: string;
  /** Words that turn a sentence round or bind it; another wording may neither lose nor add one. */
  readonly binding: string;
  /** What a machine of the store's own is told that words an answer anew. */
  readonly rephrase: string;
}
