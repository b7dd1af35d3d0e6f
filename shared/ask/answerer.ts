import {
  type AskOutcome,
  type AskTrial,
  type Intent,
  Language,
  type ProductFact,
  type ProductView,
  type StoreWords,
} from '../contract/index.ts';
import { senseOf, type WordSense } from '../empathy/words.ts';
import { type Asked, type Index, indexOf, rank, read } from './bm25.ts';
import { answerFrom, askFrom } from './fitted.ts';
import { type Stems, wordsOf } from './fold.ts';
import { HOURS, NOT_OURS } from './house.ts';
import { features, probabilityOf } from './probability.ts';
import {
  asksForProduct,
  namedProduct,
  productPhrases,
  productProbability,
  productQuestion,
  productsNamed,
} from './product-question.ts';
import { askWords, perLanguage } from './words/index.ts';

/** Something that may have been asked. */
export type Candidate = {
  readonly probability: number;
  /** Words it shares with the question. */
  readonly shared: readonly string[];
} & (
  | { readonly kind: 'written'; readonly id: string; readonly question: StoreWords; readonly features: readonly number[] }
  | { readonly kind: 'hours'; readonly id: typeof HOURS; readonly features: readonly number[] }
  | {
      readonly kind: 'products';
      readonly id: `product-${ProductFact}`;
      readonly about: ProductFact;
      readonly products: readonly string[];
    }
);

/** What is to be done with a question, and everything that led to it. */
export interface Verdict extends Pick<AskTrial, 'unknown' | 'corrected'> {
  readonly outcome: AskOutcome;
  /** Sense of the words that brings a person. */
  readonly sense: WordSense | null;
  /** Best first. */
  readonly candidates: readonly Candidate[];
}

/** Whose words ask for a person rather than for an answer. Anger alone still gets its answer. */
const forPeople: ReadonlySet<WordSense> = new Set(['danger', 'person', 'complaint', 'health', 'giving-up']);
/** Days that the week's opening hours say nothing about, as `wordsOf` writes them. */
const otherDays = new RegExp(
  ` (?:${Object.values(askWords)
    .map((words) => words.otherDays.replaceAll(' ', '|'))
    .join('|')}) `,
);
/** A written answer whose nearest example is at least this near was asked for just so. */
const nearlySaid = 0.75;
/** Half of a question, or more, are the words of that one example. */
const halfSaid = 0.5;
/** Two that are both sure, and this near to each other, are asked back. */
const tie = 0.1;
/** Probable enough to be shown as one that may have been meant, never enough to be answered with. */
const perhaps = (askFrom + answerFrom) / 2;
const mostChoices = 3;
const mostProducts = 3;

type ByLanguage = Readonly<Record<Language, Index>>;

/** Written answers, opening hours, and what is no store's to answer, ready to be searched. */
export interface WrittenIndexes {
  readonly indexes: ByLanguage;
  readonly questions: ReadonlyMap<string, StoreWords>;
}

export function writtenIndexes(
  intents: readonly Pick<Intent, 'id' | 'question' | 'examples' | 'answer' | 'active'>[],
  stems: Stems,
): WrittenIndexes {
  // The store's own settings are the truth about its hours, not a text beside them.
  const active = intents.filter((intent) => intent.active && intent.id !== HOURS);
  return {
    questions: new Map(active.map(({ id, question }) => [id, question])),
    indexes: perLanguage(({ hours, notOurs }, language) =>
      indexOf(
        [
          { id: HOURS, phrases: hours, besides: '' },
          { id: NOT_OURS, phrases: notOurs, besides: '' },
          ...active.map(({ id, question, examples, answer }) => ({
            id,
            phrases: [...(question[language] === undefined ? [] : [question[language]]), ...(examples[language] ?? [])],
            besides: answer[language] ?? '',
          })),
        ],
        language,
        stems,
      ),
    ),
  };
}

/** The catalogue, ready to be searched. */
export const productIndexes = (
  products: readonly (Pick<ProductView, 'id' | 'name'> & { readonly categoryName: StoreWords })[],
  stems: Stems,
): ByLanguage =>
  perLanguage((_, language) =>
    indexOf(
      products.map(({ id, name, categoryName }) => ({
        id,
        phrases: name[language] === undefined ? [] : productPhrases(name[language], categoryName[language] ?? ''),
        besides: '',
      })),
      language,
      stems,
    ),
  );

/** Finds what a store can answer. Holds nothing of what is asked. */
export class Answerer {
  readonly #written: WrittenIndexes;
  readonly #products: ByLanguage;

  constructor(written: WrittenIndexes, products: ByLanguage) {
    this.#written = written;
    this.#products = products;
  }

  /** @param language the one the screen speaks; a question in another is understood, too */
  ask(question: string, language: Language): Verdict {
    const sense = senseOf(question);
    const own = this.#judge(question, language);
    const others = Language.options.filter((other) => other !== language).map((other) => this.#judge(question, other));
    // Another language has to be clearly better: a few words are spelt the same in both.
    const judged = others.reduce((found, other) => (best(other) > Math.max(best(own) + 0.1, best(found)) ? other : found), own);
    const outcome = sense !== null && forPeople.has(sense) ? 'person' : outcomeOf(judged.candidates);
    return { ...judged, sense, outcome };
  }

  #judge(text: string, language: Language): Judged {
    const index = this.#written.indexes[language];
    const asked = read(text, index);
    const fits = rank(asked, index);
    const words = wordsOf(text);
    // Close to what no store answers: what lies behind was not meant.
    const ours = fits[0]?.id !== NOT_OURS || fits[0].nearest < halfSaid;
    const thing = asksForUnknown(text, asked, this.#products[language]);
    const written = fits.slice(0, 5).flatMap((fit, place): Candidate[] => {
      const values = features(fit, fits[place === 0 ? 1 : 0], asked);
      const whole = probabilityOf(values);
      const probability = thing && fit.nearest < nearlySaid ? Math.min(whole, perhaps) : whole;
      const base = { probability, shared: fit.shared.map(({ word }) => word), features: values };
      if (fit.id === NOT_OURS || (!ours && probability < answerFrom)) return [];
      if (fit.id === HOURS) return otherDays.test(` ${words.join(' ')} `) ? [] : [{ kind: 'hours', id: HOURS, ...base }];
      const question = this.#written.questions.get(fit.id);
      return question === undefined ? [] : [{ kind: 'written', id: fit.id, question, ...base }];
    });
    const products = this.#productCandidate(text, language);
    const candidates = [
      ...written.map((candidate) => besideProducts(candidate, products)),
      ...(products === null ? [] : [products]),
    ].sort((one, other) => other.probability - one.probability);
    return {
      candidates,
      unknown: asked.filter(({ known }) => !known).map(({ word }) => word),
      corrected: asked.flatMap(({ typed, word }) => (typed === null ? [] : [{ typed, read: word }])),
    };
  }

  #productCandidate(text: string, language: Language): Candidate | null {
    const index = this.#products[language];
    const asked = productQuestion(text, index);
    if (asked === null) return null;
    const named = productsNamed(asked, index, mostProducts);
    const corrected = asked.named.some(({ typed }) => typed !== null);
    const probability = productProbability(asked, named, corrected);
    if (probability < askFrom) return null;
    const { about } = asked;
    const products = named.ids;
    return {
      kind: 'products',
      id: `product-${about}`,
      about,
      products,
      probability,
      shared: asked.named.map(({ word }) => word),
    };
  }
}

/** Questions this short hang on every word of theirs. */
const short = 2;

/** Whether something is asked for that neither answers nor catalogue know: of "organic kiwis" an answer about "organic" knows only half. */
function asksForUnknown(text: string, asked: readonly Asked[], products: Index): boolean {
  const strange = asked.some(({ known, word }) => !known && read(word, products).every((token) => !token.known));
  return strange && (asked.length <= short || asksForProduct(text, products.language));
}

/** Asked in so many words for a product, a written answer that only mentions it stands back. */
function besideProducts(candidate: Candidate, products: Candidate | null): Candidate {
  if (candidate.kind === 'products' || (products?.probability ?? 0) < namedProduct) return candidate;
  const nearest = candidate.features[1] ?? 0;
  return nearest >= nearlySaid ? candidate : { ...candidate, probability: Math.min(candidate.probability, askFrom) };
}

type Judged = Omit<Verdict, 'sense' | 'outcome'>;

const best = ({ candidates }: Judged): number => candidates[0]?.probability ?? 0;

/** Answers only what is probable enough, and only if nothing else is as well. */
function outcomeOf(candidates: readonly Candidate[]): AskOutcome {
  const [first, second] = candidates;
  if (first === undefined || first.probability < askFrom) return 'unknown';
  const tied = second !== undefined && second.probability >= answerFrom && first.probability - second.probability < tie;
  const sure = first.probability >= answerFrom && !tied;
  return sure ? 'answered' : 'which';
}

/** Up to three that may have been meant. */
export const choicesOf = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.filter(({ probability }) => probability >= askFrom).slice(0, mostChoices);
