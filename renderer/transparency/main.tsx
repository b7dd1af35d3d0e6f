import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { createRoot } from 'react-dom/client';
import { setUpLanguages } from '../i18n/setup.ts';
import { messages as en } from '../i18n/transparency/en.po';
import { messages as fr } from '../i18n/transparency/fr.po';
import { refuseInlineStyles } from '../ui/strict-csp.ts';
import '../ui/ui.css';
import './transparency.css';
import { Page } from './Page.tsx';

refuseInlineStyles();
setUpLanguages({ fr, en }, navigator.language.startsWith('en') ? 'en' : 'fr');

createRoot(document.getElementById('root')!).render(
  <I18nProvider i18n={i18n}>
    <Page sign={location.pathname.startsWith('/sign')} />
  </I18nProvider>,
);
