import { usualKeypad } from '../../shared/access/keypad.ts';
import type { KioskSnapshot, Language } from '../../shared/contract/index.ts';
import type { LookSettings } from '../../shared/contract/look.ts';
import { epochMs } from '../../shared/units.ts';

const words = { version: '', fr: '', en: '' };

/** A visit in which nothing has happened yet. */
const visit = (language: Language): KioskSnapshot['visit'] => ({
  id: 'preview',
  startedAt: epochMs(0),
  language,
  greeting: { kind: 'neutral' },
  recognised: false,
  consents: { recognition: false, history: false },
  askAgain: null,
  offer: null,
  selling: true,
  camera: 'off',
  cameraNote: null,
  simple: false,
  unhurried: false,
  proposal: null,
  call: null,
  enrolment: null,
  endsInMs: null,
  view: { screen: 'welcome', text: '' },
});

/** What a station would say to a kiosk in this look: a made-up day in a store of this name. */
export const sampleSnapshot = (
  storeName: string,
  logo: LookSettings['logo'],
  screen: 'attract' | 'home',
  language: Language,
): KioskSnapshot => ({
  kioskId: 'preview',
  demo: false,
  store: {
    name: storeName,
    phone: '',
    opening: { kind: 'open', opens: '09:00', closes: '19:00', closesInMinutes: null },
    cameraOffered: true,
    prints: false,
  },
  access: { screen: null, lowerEdge: null, headphonesOnly: false, keypad: usualKeypad },
  look: { version: 0, logo, dimAfterMinutes: null },
  texts: { recognition: words, history: words, diet: words, camera: words },
  visit: screen === 'home' ? visit(language) : null,
});
