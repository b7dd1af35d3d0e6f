import { i18n, type Messages } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { createRoot } from 'react-dom/client';
import * as v from 'valibot';
import { lookCss } from '../../shared/look/css.ts';
import { setUpLanguages, speak } from '../i18n/setup.ts';
import { Kiosk } from '../kiosk/Kiosk.tsx';
import { setComfort, wearComfort } from '../kiosk/state/comfort.ts';
import { useStation } from '../kiosk/state/station.ts';
import { refuseInlineStyles } from '../ui/strict-csp.ts';
import '../ui/ui.css';
import '../kiosk/kiosk.css';
import { PreviewMessage } from './message.ts';
import { sampleSnapshot } from './sample.ts';

/** The kiosk's own page with a made-up station, in a look that was not published. It asks nobody anything and can press nothing. */
refuseInlineStyles();
setUpLanguages(import.meta.glob<Messages>('../i18n/kiosk/*.po', { eager: true, import: 'messages' }), 'fr');
wearComfort();

// A constructed sheet is no inline style: the content security policy has nothing against it.
const dress = new CSSStyleSheet();
document.adoptedStyleSheets.push(dress);

addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.origin !== location.origin || event.source !== parent) return;
  const message = v.safeParse(PreviewMessage, event.data);
  if (!message.success) return;
  const { look, storeName, screen, language } = message.output;
  dress.replaceSync(lookCss(0, look));
  setComfort({ language });
  speak(language);
  useStation.setState({ snapshot: sampleSnapshot(storeName, look.logo, screen, language), link: 'open' });
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <I18nProvider i18n={i18n}>
      <Kiosk />
    </I18nProvider>,
  );
}
parent.postMessage('preview-ready', location.origin);
