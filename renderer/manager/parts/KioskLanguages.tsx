import { Trans, useLingui } from '@lingui/react';
import { furtherLanguages, type InLanguages } from '../../../shared/contract/index.ts';
import { languages } from '../../i18n/languages.ts';
import { spoken } from '../../i18n/setup.ts';
import { languageName, locales } from '../../ui/format.ts';

/** Which languages the kiosk speaks, and how much of a list it says in another because the store has no words for it. */
export function KioskLanguages({ words }: { readonly words: readonly InLanguages<unknown>[] }) {
  useLingui();
  const named = languages.map((language) => languageName(language, spoken()));
  return (
    <p className="soft">
      <Trans
        id="manager.languages"
        message="The kiosk speaks {languages}."
        values={{ languages: new Intl.ListFormat(locales[spoken()]).format(named) }}
      />
      {furtherLanguages.map((language) => (
        <span key={language}>
          {' '}
          <Trans
            id="manager.languages.missing"
            message="{count, plural, =0 {Nothing in this list lacks {language}.} one {# entry lacks {language} and is shown in English.} other {# entries lack {language} and are shown in English.}}"
            values={{
              count: words.filter((one) => one[language] === undefined).length,
              language: languageName(language, spoken()),
            }}
          />
        </span>
      ))}
    </p>
  );
}
