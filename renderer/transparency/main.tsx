import { i18n, type Messages } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { createRoot } from 'react-dom/client';
import { languageOfTag } from '../i18n/languages.ts';
import { setUpLanguages } from '../i18n/setup.ts';
import { refuseInlineStyles } from '../ui/strict-csp.ts';
import '../ui/ui.css';
import './transparency.css';
import { Page } from './Page.tsx';

refuseInlineStyles();
setUpLanguages(
  import.meta.glob<Messages>('../i18n/transparency/*.po', { eager: true, import: 'messages' }),
  languageOfTag(navigator.language),
);

createRoot(document.getElementById('root')!).render(
  <I18nProvider i18n={i18n}>
    <Page sign={location.pathname.startsWith('/sign')} />
  </I18nProvider>,
);
