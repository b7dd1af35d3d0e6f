import { type I18n, i18n, type Messages, setupI18n } from '@lingui/core';
import type { Language } from '../../shared/contract/index.ts';

/** One page's sentences in each language. */
export type Catalogues = Readonly<Record<Language, Messages>>;

let known: Catalogues | null = null;

/** Gives the page its sentences. Call it once, before the first render. */
export function setUpLanguages(catalogues: Catalogues, first: Language): void {
  known = catalogues;
  i18n.load(catalogues);
  speak(first);
}

/** Switches the page to a language and tells browsers and screen readers so. */
export function speak(language: Language): void {
  i18n.activate(language);
  document.documentElement.lang = language;
}

/** The language that is active. */
export const spoken = (): Language => (i18n.locale === 'en' ? 'en' : 'fr');

/** A second voice for a screen that speaks two languages at once. It says what it knew when it was made. */
export const inLanguage = (language: Language): I18n =>
  setupI18n({ locale: language, messages: known === null ? {} : { [language]: known[language] } });
