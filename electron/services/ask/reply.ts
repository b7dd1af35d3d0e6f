import type { Candidate } from '../../../shared/ask/answerer.ts';
import { choicesOf } from '../../../shared/ask/answerer.ts';
import { wordsOf } from '../../../shared/ask/fold.ts';
import { daysAhead } from '../../../shared/ask/house.ts';
import { perLanguage } from '../../../shared/ask/words/index.ts';
import type {
  AskAnswer,
  AskReply,
  ProductSettings,
  ProductView,
  StoreWords,
  WrittenIntent,
} from '../../../shared/contract/index.ts';
import type { Store } from '../../store/index.ts';
import type { StoreHours } from '../store-hours.ts';

const week = 7;

/** Where answers come from. */
export interface Sources {
  readonly store: Pick<Store, 'products'>;
  readonly hours: StoreHours;
  /** What a product costs today. */
  readonly priced: (product: ProductSettings) => ProductView;
  readonly intents: readonly WrittenIntent[];
}

/** The answer to a candidate, from what the store says at this moment; null when it is there no more. */
export function answerOf(candidate: Candidate, question: string, { store, hours, intents, priced }: Sources): AskAnswer | null {
  switch (candidate.kind) {
    case 'written': {
      const intent = intents.find(({ id }) => id === candidate.id);
      if (intent === undefined) return null;
      const { id, question: asked, answer, writtenOn } = intent;
      return { kind: 'written', id, question: asked, answer, writtenOn, rephrased: false };
    }
    case 'hours': {
      const { date, weekday } = hours.now();
      const days = hours.days(week);
      const ahead = daysAhead(wordsOf(question), weekday);
      return { kind: 'hours', asked: ahead === null ? null : (days[ahead]?.date ?? null), today: date, week: days };
    }
    case 'products': {
      const products = candidate.products.flatMap((id) => store.products.get(id) ?? []);
      if (products.length === 0) return null;
      return { kind: 'products', about: candidate.about, products: products.map(priced) };
    }
  }
}

/** The question a candidate stands for, as the shopper may choose it. */
function askedAs(candidate: Candidate, { store }: Sources): StoreWords {
  switch (candidate.kind) {
    case 'written':
      return candidate.question;
    case 'hours':
      return perLanguage(({ hours }) => hours[0] ?? '');
    case 'products': {
      const [first = ''] = candidate.products;
      return store.products.get(first)?.name ?? { fr: first, en: first };
    }
  }
}

/** The questions that may have been meant, in words to choose from. */
export const choices = (candidates: readonly Candidate[], sources: Sources): AskReply['which'] =>
  choicesOf(candidates).map((candidate) => ({ id: candidate.id, question: askedAs(candidate, sources) }));
