import type { CallReason, Language } from '../../../shared/contract/index.ts';

/** A service worker has no page to take catalogues from: the few words of a notification travel with it. */
const reasons: Readonly<Record<CallReason, Readonly<Record<Language, string>>>> = {
  asked: { fr: 'demande quelqu’un', en: 'asks for a person' },
  complaint: { fr: 'réclamation', en: 'complaint' },
  'repeated-failure': { fr: 'plusieurs essais sans succès', en: 'several tries without success' },
  difficulty: { fr: 'n’avance plus', en: 'cannot get further' },
  'product-advice': { fr: 'conseil sur un produit', en: 'product advice' },
};
const titles = { fr: (place: string) => `Appel : ${place}`, en: (place: string) => `Call: ${place}` };
const tests = {
  fr: 'Un essai de votre responsable. Personne n’attend.',
  en: 'A test by your manager. Nobody is waiting.',
};
const spoken: Readonly<Record<Language, Readonly<Record<Language, string>>>> = {
  fr: { fr: 'parle français', en: 'parle anglais' },
  en: { fr: 'speaks French', en: 'speaks English' },
};

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
  if (kind === 'test') return { title: place, body: tests[language] };
  const said = [...why.map((reason) => reasons[reason][language]), spoken[language][shopperLanguage]];
  return { title: titles[language](place), body: said.join(' · ') };
}
