import { i18n, type Messages } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { createRoot } from 'react-dom/client';
import 'uplot/dist/uPlot.min.css';
import '../ui/ui.css';
import '../staff/screen/words.css';
import './manager.css';
import './pager/pager.css';
import './calling/calling.css';
import './empathy/empathy.css';
import './access/access.css';
import './today/start.css';
import './walk/walk.css';
import './look/look.css';
import './matters/matters.css';
import './plan/plan.css';
import './products/products.css';
import { call, follow } from '../api.ts';
import { setUpLanguages } from '../i18n/setup.ts';
import { firstLanguage } from '../staff/preferences.ts';
import { refuseInlineStyles } from '../ui/strict-csp.ts';
import { App } from './App.tsx';
import { createHouse } from './house.ts';
import { HouseContext } from './use-house.tsx';

const house = createHouse({ call, follow: (on) => follow('manager', on) });

refuseInlineStyles();
setUpLanguages(import.meta.glob<Messages>('../i18n/manager/*.po', { eager: true, import: 'messages' }), firstLanguage('manager'));
void house.actions.open();

createRoot(document.getElementById('root')!).render(
  <I18nProvider i18n={i18n}>
    <HouseContext value={house}>
      <App />
    </HouseContext>
  </I18nProvider>,
);
