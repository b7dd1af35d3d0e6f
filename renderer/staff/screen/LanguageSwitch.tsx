import { useLingui } from '@lingui/react';
import { Button } from 'react-aria-components/Button';
import { tongues } from '../../../shared/tongues.ts';
import { languages } from '../../i18n/languages.ts';
import { speak } from '../../i18n/setup.ts';
import { rememberLanguage } from '../preferences.ts';

/** One word each, every one in its own language. */
export function LanguageSwitch({ page = 'staff' }: { readonly page?: 'staff' | 'manager' }) {
  const { i18n } = useLingui();
  return (
    <div className="languages">
      {languages.map((language) => (
        <Button
          key={language}
          className="language"
          lang={language}
          aria-pressed={i18n.locale === language}
          onPress={() => {
            speak(language);
            rememberLanguage(page, language);
          }}
        >
          {tongues[language].name}
        </Button>
      ))}
    </div>
  );
}
