import { currentText } from '../../shared/consent/texts.ts';
import {
  type CallView,
  type ConsentWords,
  type KioskSnapshot,
  type OfferView,
  type ProductView,
  Purpose,
  type StoreWords,
} from '../../shared/contract/index.ts';
import { cents, millis } from '../../shared/units.ts';
import { wordsIn } from '../../shared/words-in.ts';
import { disguised } from '../i18n/disguise.ts';
import { spoken, worn } from '../i18n/setup.ts';
import { sampleSnapshot } from '../preview/sample.ts';

/** What the parts are shown with: one small store that never changes. */

/** Words of the example itself, in the language and the disguise of the stage. */
export function sample(words: StoreWords): string {
  const disguise = worn();
  return disguise ? disguised(wordsIn(words, spoken()), disguise) : wordsIn(words, spoken());
}

const product = (id: string, category: string, fr: string, en: string, stock: number): ProductView => ({
  id,
  category,
  name: { fr, en },
  aisle: '4',
  stock,
  priceCents: cents(349),
  regularPriceCents: cents(349),
  offerEndsOn: null,
});

export const products = {
  plenty: product('P1', 'bakery', 'Pain de campagne', 'Country loaf', 40),
  few: product('P2', 'fruit-vegetables', 'Clémentines de Corse', 'Clementines from Corsica', 3),
  none: product('P3', 'dairy', 'Beurre demi-sel', 'Salted butter', 0),
  long: product(
    'P4',
    'grocery',
    'Préparation pour crème anglaise à la vanille de Madagascar, sans sucres ajoutés',
    'Custard preparation with vanilla from Madagascar, without any added sugars',
    12,
  ),
  undrawn: product('P5', 'no-such-shelf', 'Ficelle de cuisine', 'Kitchen string', 8),
};

export const offer: OfferView = {
  id: 'O1',
  title: { fr: 'Pain de campagne', en: 'Country loaf' },
  product: products.plenty,
  priceCents: cents(279),
  regularPriceCents: cents(349),
  endsOn: '2026-11-28',
  personal: false,
};

export const call = (progress: CallView['progress'], employee: string | null = null): CallView => ({
  id: 'C1',
  state: 'notified',
  reason: 'asked',
  employee,
  progress,
  waitedMs: millis(0),
  arrivalCode: false,
  note: false,
});

const words = (purpose: Purpose): ConsentWords => {
  const { version, fr, en } = currentText(purpose);
  return { version, fr, en };
};

const base = sampleSnapshot('Le Petit Marché', null, 'attract', 'fr');

export const snapshot: KioskSnapshot = {
  ...base,
  store: {
    ...base.store,
    phone: '01 23 45 67 89',
    opening: { kind: 'open', opens: '08:30', closes: '20:00', closesInMinutes: null },
  },
  texts: Object.fromEntries(Purpose.options.map((purpose) => [purpose, words(purpose)])) as KioskSnapshot['texts'],
};

export const questions = [
  {
    id: 'Q1',
    question: { fr: 'Où se garer ?', en: 'Where can I park?' },
  },
  {
    id: 'Q2',
    question: { fr: 'Puis-je rapporter un article ?', en: 'May I bring something back?' },
  },
];
