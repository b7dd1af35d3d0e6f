import { type I18n, i18n, type Messages, setupI18n } from '@lingui/core';
import type { Language } from '../../shared/contract/index.ts';
import { tongues } from '../../shared/tongues.ts';
import { type Disguise, disguisedCatalogue, disguises } from './disguise.ts';
import { languages } from './languages.ts';

/** One page's sentences by the path of their file, as `import.meta.glob` gives them. */
export type CatalogueFiles = Readonly<Record<string, Messages>>;

/** Whether this is a page under development or test. Vite replaces the names, so that a product page holds nothing of what follows. */
const trial = import.meta.env.DEV || import.meta.env.MODE === 'trial';

/** `?disguise=long` or `?disguise=mirrored` at the end of the address, on a page under development or test. */
export const worn = (): Disguise | undefined => {
  const asked = new URLSearchParams(location.search).get('disguise');
  return disguises.find((disguise) => disguise === asked);
};

const catalogueOf = (files: CatalogueFiles, language: Language): Messages => {
  const messages = Object.entries(files).find(([path]) => path.endsWith(`/${language}.po`))?.[1] ?? {};
  const disguise = trial ? worn() : undefined;
  return disguise ? disguisedCatalogue(messages, disguise) : messages;
};

const known = new Map<Language, Messages>();

/** Gives the page its sentences. Call it once, before the first render. */
export function setUpLanguages(files: CatalogueFiles, first: Language): void {
  for (const language of languages) {
    const messages = catalogueOf(files, language);
    known.set(language, messages);
    i18n.load(language, messages);
  }
  speak(first);
}

/** Switches the page to a language and tells browsers and screen readers so. */
export function speak(language: Language): void {
  i18n.activate(language);
  document.documentElement.lang = language;
  document.documentElement.dir = trial && worn() === 'mirrored' ? 'rtl' : tongues[language].direction;
}

/** The language that is active. */
export const spoken = (): Language => languages.find((language) => language === i18n.locale) ?? 'fr';

/** A second voice for a screen that speaks two languages at once. It says what it knew when it was made. */
export const inLanguage = (language: Language): I18n =>
  setupI18n({ locale: language, messages: { [language]: known.get(language) ?? {} } });
