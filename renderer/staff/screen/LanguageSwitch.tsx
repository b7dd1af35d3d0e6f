import { useLingui } from '@lingui/react';
import { Button } from 'react-aria-components/Button';
import type { Language } from '../../../shared/contract/index.ts';
import { speak } from '../../i18n/setup.ts';
import { rememberLanguage } from '../preferences.ts';

const names: Readonly<Record<Language, string>> = { fr: 'Français', en: 'English' };

/** Two words, each in its own language. */
export function LanguageSwitch({ page = 'staff' }: { readonly page?: 'staff' | 'manager' }) {
  const { i18n } = useLingui();
  return (
    <div className="languages">
      {(['fr', 'en'] as const).map((language) => (
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
          {names[language]}
        </Button>
      ))}
    </div>
  );
}
