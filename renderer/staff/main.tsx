import { i18n, type Messages } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { createRoot } from 'react-dom/client';
import '../ui/ui.css';
import './screen/words.css';
import './staff.css';
import { call, follow } from '../api.ts';
import { setUpLanguages } from '../i18n/setup.ts';
import { refuseInlineStyles } from '../ui/strict-csp.ts';
import { App } from './App.tsx';
import { commandId } from './desk/command-id.ts';
import { createDesk } from './desk/desk.ts';
import { firstLanguage, firstTheme, wear } from './preferences.ts';
import { DeskContext } from './use-desk.tsx';
import { hasWorker, registerWorker } from './worker/registration.ts';

const desk = createDesk(
  { call, follow: (on) => follow('staff', on) },
  {
    now: () => performance.now(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    commandId: () => commandId((into) => crypto.getRandomValues(into)),
  },
);

refuseInlineStyles();
wear(firstTheme());
setUpLanguages(import.meta.glob<Messages>('../i18n/staff/*.po', { eager: true, import: 'messages' }), firstLanguage('staff'));
void desk.actions.open();
// Without it the page works, but does not open while the station is away.
if (hasWorker()) void registerWorker().catch(() => null);

createRoot(document.getElementById('root')!).render(
  <I18nProvider i18n={i18n}>
    <DeskContext value={desk}>
      <App />
    </DeskContext>
  </I18nProvider>,
);
