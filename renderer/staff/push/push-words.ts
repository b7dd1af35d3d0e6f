import type { CallReason, Language } from '../../../shared/contract/index.ts';

interface PushWords {
  readonly title: (place: string) => string;
  readonly test: string;
  /** @param name of a language, as this one calls it */
  readonly speaks: (name: string) => string;
  readonly reasons: Readonly<Record<CallReason, string>>;
}

/** A service worker has no page to take catalogues from: the few words of a notification travel with it. */
const pushWords: Readonly<Record<Language, PushWords>> = {
  fr: {
    title: (place) => `Appel : ${place}`,
    test: 'Un essai de votre responsable. Personne n’attend.',
    speaks: (name) => `parle ${name}`,
    reasons: {
      asked: 'demande quelqu’un',
      complaint: 'réclamation',
      'repeated-failure': 'plusieurs essais sans succès',
      difficulty: 'n’avance plus',
      'product-advice': 'conseil sur un produit',
    },
  },
  en: {
    title: (place) => `Call: ${place}`,
    test: 'A test by your manager. Nobody is waiting.',
    speaks: (name) => `speaks ${name}`,
    reasons: {
      asked: 'asks for a person',
      complaint: 'complaint',
      'repeated-failure': 'several tries without success',
      difficulty: 'cannot get further',
      'product-advice': 'product advice',
    },
  },
};

/** A language's name. The worker is one file: what the pages share is not in it. */
const nameOf = (shopper: Language, own: Language): string =>
  new Intl.DisplayNames(own, { type: 'language' }).of(shopper) ?? shopper;

/** What a push carries, as `devices/pager/web-push.ts` writes it. */
export interface PushMessage {
  readonly kind: 'call' | 'test';
  readonly id: string;
  readonly call: string;
  readonly place: string;
  readonly reasons: readonly CallReason[];
  readonly shopperLanguage: Language;
  /** Of the page that is woken. */
  readonly language: Language;
}

/** Title and text of a notification. */
export function notificationOf({ kind, place, reasons: why, shopperLanguage, language }: PushMessage): {
  readonly title: string;
  readonly body: string;
} {
  const { title, test, speaks, reasons } = pushWords[language];
  if (kind === 'test') return { title: place, body: test };
  const said = [...why.map((reason) => reasons[reason]), speaks(nameOf(shopperLanguage, language))];
  return { title: title(place), body: said.join(' · ') };
}
