import { I18nProvider } from '@lingui/react';
import type { ReactNode } from 'react';
import type { Language } from '../../../shared/contract/index.ts';
import { languageAfter } from '../../i18n/languages.ts';
import { inLanguage } from '../../i18n/setup.ts';
import { useComfort } from '../state/comfort.ts';

/** Nobody has chosen a language yet: the same words in both, the chosen one first, so that a visitor from abroad reads them too. */
export function Twice({ say }: { readonly say: (language: Language) => ReactNode }) {
  const first = useComfort((c) => c.language);
  const second = languageAfter(first);
  return (
    <>
      <span className="first">{say(first)}</span>
      <I18nProvider i18n={inLanguage(second)}>
        <span className="second" lang={second}>
          {say(second)}
        </span>
      </I18nProvider>
    </>
  );
}
