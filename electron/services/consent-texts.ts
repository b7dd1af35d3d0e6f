import { missingStatements, saysEmployeesSee } from '../../shared/consent/statements.ts';
import { consentTexts, tellsEmployees } from '../../shared/consent/texts.ts';
import { type ConsentTextView, Language, type Purpose, type Received } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import type { Store } from '../store/index.ts';
import type { ConsentService, Shown } from './consent.ts';
import type { Context } from './context.ts';
import { dropPreference } from './preferences.ts';

/** Every version of the words that shoppers read: those that come with the house, then the manager's. */
export class ConsentTexts {
  readonly #store: Pick<Store, 'consentTexts'>;

  constructor(store: Pick<Store, 'consentTexts'>) {
    this.#store = store;
  }

  /** Oldest first. */
  versions(purpose: Purpose): ConsentTextView[] {
    const house = consentTexts.filter((text) => text.purpose === purpose);
    return [
      ...house.map(({ purpose: _, tellsEmployees: __, ...text }) => ({ ...text, asksAgain: false, changed: null })),
      ...this.#store.consentTexts
        .list()
        .filter((text) => text.purpose === purpose)
        .map(({ purpose: _, ...text }) => text),
    ];
  }

  current(purpose: Purpose): ConsentTextView {
    return this.versions(purpose).at(-1) as ConsentTextView;
  }

  /** Versions that mean what the present one means: a yes to any of them is a yes to it. */
  valid(purpose: Purpose): ConsentTextView[] {
    const versions = this.versions(purpose);
    return versions.slice(
      Math.max(
        0,
        versions.findLastIndex((text) => text.asksAgain),
      ),
    );
  }

  /** Whether the words a page sent back are, to the letter, a version that still means what is done. */
  accepts(purpose: Purpose, shown: Shown): boolean {
    return this.valid(purpose).some((text) => text.version === shown.version && text[shown.language] === shown.text);
  }

  /** Whether the words of a version of `history` said that employees see what the store knows. */
  tellsEmployees(version: string | null): boolean {
    const own = this.#store.consentTexts.list().find((text) => text.version === version);
    return own === undefined ? tellsEmployees(version) : saysEmployeesSee(own);
  }
}

/**
 * Publishes new words. If their meaning differs, nobody's yes to the old ones covers what the store does now: history ends at once;
 * so does diet, which is erased; recognition is asked anew at the next visit, for which the customer must be recognised this once.
 * @throws CallerError `invalid` naming what each language fails to say
 */
export function publishText(
  { store, clock, changed }: Context,
  consents: ConsentService,
  { purpose, asksAgain, ...words }: Received<'manager/consent-text-publish'>,
): void {
  const missing = Language.options.flatMap((language) =>
    // Where a language is left out, its shoppers are asked in another.
    words[language] === undefined
      ? []
      : missingStatements(purpose, language, words[language]).map((statement) => [language, statement] as const),
  );
  if (missing.length > 0)
    throw new CallerError('statements-missing', 'the text leaves out what it must say', 422, Object.fromEntries(missing));
  const count = consents.texts.versions(purpose).length;
  store.transaction(() => {
    store.consentTexts.add({ purpose, version: `${purpose}-s${count + 1}`, ...words, asksAgain }, 'manager', clock.wall());
    if (!asksAgain || (purpose !== 'history' && purpose !== 'diet')) return;
    for (const { id, principal } of store.customers.list()) {
      consents.end(principal, purpose, 'invalidated', 'manager');
      if (purpose === 'diet') dropPreference(store, id, 'diet');
    }
  });
  changed('kiosk', 'manager');
}
