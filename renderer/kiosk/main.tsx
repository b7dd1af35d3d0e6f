import { i18n, type Messages } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { setUpLanguages } from '../i18n/setup.ts';
import { fontsReady } from '../ui/fonts-ready.ts';
import { refuseInlineStyles } from '../ui/strict-csp.ts';
import { wearLook } from '../ui/wear-look.ts';
import '../ui/ui.css';
import './kiosk.css';
import { followScreen } from './access/fit.ts';
import { followKeypad } from './access/keypad.ts';
import { followPatience } from './access/patience.ts';
import { freshRoot } from './fresh-root.ts';
import { guardScreen } from './guard.ts';
import { Kiosk } from './Kiosk.tsx';
import { followFocus } from './keyboard/field-focus.ts';
import { followScanner } from './scan/follow-scanner.ts';
import { scanned } from './scan/scanned.ts';
import { followHeadphones } from './speech/headphones.ts';
import { followSpeech, speech } from './speech/speech.ts';
import { followFirstTouch } from './state/chime.ts';
import { wearComfort } from './state/comfort.ts';
import { firstWord, followStation, useStation } from './state/station.ts';
import { startWatching } from './state/watch.ts';

refuseInlineStyles();
setUpLanguages(import.meta.glob<Messages>('../i18n/kiosk/*.po', { eager: true, import: 'messages' }), 'fr');
wearComfort();
followScreen();
followKeypad();
guardScreen();
followFocus();
useStation.subscribe(({ snapshot }) => snapshot && wearLook(snapshot.look.version));
followScanner((code) => void scanned(code));

/** A shape instead of the first scene is only worth drawing for a station that is slow to speak. */
const FIRST_WORD_MS = 500;

// Whoever follows does so before the station's first word, and that word is asked for while the fonts come: the first scene is then
// drawn once, and not after the shape of it.
let drawAnew = () => {};
startWatching(() => drawAnew());
followPatience();
followFirstTouch();
followSpeech();
// Only a secure page may ask; a kiosk is one.
if (navigator.mediaDevices) followHeadphones(navigator.mediaDevices, speech.headphones).catch(() => undefined);
const spoken = firstWord(FIRST_WORD_MS);
followStation();

await Promise.all([fontsReady(), spoken]);
const root = document.getElementById('root');
if (root) {
  drawAnew = freshRoot(
    root,
    <I18nProvider i18n={i18n}>
      <Kiosk />
    </I18nProvider>,
  );
}
