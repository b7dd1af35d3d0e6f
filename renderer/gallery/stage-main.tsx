import { i18n, type Messages } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { createRoot } from 'react-dom/client';
import { setUpLanguages } from '../i18n/setup.ts';
import { setComfort } from '../kiosk/state/comfort.ts';
import { useStation } from '../kiosk/state/station.ts';
import { refuseInlineStyles } from '../ui/strict-csp.ts';
import '../ui/ui.css';
import '../kiosk/kiosk.css';
import './stage.css';
import { lookOf } from './look.ts';
import { Stage } from './Stage.tsx';
import { snapshot } from './samples.ts';

const query = new URLSearchParams(location.search);
const { language, density, theme, scale } = lookOf(query);

refuseInlineStyles();
setUpLanguages(import.meta.glob<Messages>('../i18n/kiosk/*.po', { eager: true, import: 'messages' }), language);
setComfort({ language });
Object.assign(document.documentElement.dataset, { density, theme, textScale: scale });
// An arrival that is still to come: every countdown stands where it begins.
useStation.setState({ snapshot, link: 'open', arrivedAt: Number.MAX_SAFE_INTEGER });

createRoot(document.getElementById('root')!).render(
  <I18nProvider i18n={i18n}>
    <Stage wanted={query.get('part')} kiosk={density === 'kiosk'} />
  </I18nProvider>,
);
