import { i18n } from '@lingui/core';
import { create } from 'zustand';
import { setComfort, useComfort } from '../state/comfort.ts';
import { wake } from '../state/commands.ts';
import { useStation } from '../state/station.ts';
import { Narrator, type Piece } from './narrator.ts';
import { controlPieces, screenPieces } from './script.ts';
import { browserSynthesizer } from './synthesizer.ts';

const RATES = [0.7, 0.85, 1, 1.25, 1.5, 1.8] as const;
const USUAL_RATE = 2;
const VOLUMES = [0.25, 0.5, 0.75, 1] as const;
const USUAL_VOLUME = 3;

interface Speech {
  /** Steps of {@link RATES} and {@link VOLUMES}. */
  readonly rate: number;
  readonly volume: number;
  /** Headphones were plugged in. */
  readonly headphones: boolean;
  /** A language that has no voice on this machine. */
  readonly voiceless: string | null;
}

const usual: Speech = { rate: USUAL_RATE, volume: USUAL_VOLUME, headphones: false, voiceless: null };
export const useSpeech = create<Speech>()(() => usual);

const later = (ms: number, action: () => void) => {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
};

const narrator = new Narrator(browserSynthesizer(), later, (voiceless) => useSpeech.setState({ voiceless }));

const isOn = (): boolean => useComfort.getState().speech;

/** Whether only the shopper hears what is said. */
const alone = (): boolean => useSpeech.getState().headphones || (useStation.getState().snapshot?.access.headphonesOnly ?? false);

let last: readonly Piece[] = [];

function say(pieces: readonly Piece[]): void {
  if (!isOn() || pieces.length === 0) return;
  last = pieces;
  narrator.say(pieces);
}

const isControl = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.matches('button, a, input, textarea');

function sayScreen(): void {
  const here = document.activeElement;
  say([...screenPieces({ alone: alone() }), ...(isControl(here) ? controlPieces(here, { alone: alone() }) : [])]);
}

function adjust(what: 'rate' | 'volume', by: 1 | -1, words: () => string): void {
  const most = (what === 'rate' ? RATES : VOLUMES).length - 1;
  useSpeech.setState((now) => ({ [what]: Math.min(most, Math.max(0, now[what] + by)) }));
  const { rate, volume } = useSpeech.getState();
  narrator.rate = RATES[rate] ?? 1;
  narrator.volume = VOLUMES[volume] ?? 1;
  if (isOn()) narrator.say([{ text: words(), language: document.documentElement.lang }]);
}

function setSpeech(on: boolean): void {
  // Whoever listens needs longer than whoever looks.
  setComfort(on ? { speech: true, unhurried: true } : { speech: false });
  if (on && !useStation.getState().snapshot?.visit) void wake();
}

/** The spoken mode, as keys, switches and sockets reach it. */
export const speech = {
  toggle: (): void => setSpeech(!isOn()),
  repeat: (): void => say(last),
  faster: (by: 1 | -1): void =>
    adjust('rate', by, () =>
      by > 0 ? i18n._({ id: 'speech.faster', message: 'Faster' }) : i18n._({ id: 'speech.slower', message: 'Slower' }),
    ),
  louder: (by: 1 | -1): void =>
    adjust('volume', by, () =>
      by > 0 ? i18n._({ id: 'speech.louder', message: 'Louder' }) : i18n._({ id: 'speech.quieter', message: 'Quieter' }),
    ),
  /** In: the kiosk begins to speak. Out: it stops in the middle of a word, since others would hear the rest. */
  headphones(inserted: boolean): void {
    useSpeech.setState({ headphones: inserted });
    // What was kept back may be heard now.
    if (inserted && isOn()) sayScreen();
    else setSpeech(inserted);
  },
};

/** How long the screen rests before it is read: half-built screens are not. */
const SETTLED_MS = 350;

/** What a screen is, so that it is read once and again when it has become another. */
const thought = (): string =>
  [...document.querySelectorAll('.strip, .main h1, .attract h1, .main [role="status"], .main [role="alert"]')]
    .filter((element) => element.checkVisibility())
    .map((element) => element.textContent)
    .join('\n');

/** Reads screens as they come and controls as they get the focus, while the mode is on. */
export function followSpeech(): void {
  let read = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    if (!isOn()) return;
    timer = setTimeout(() => {
      const now = thought();
      if (now === read || !isOn()) return;
      read = now;
      sayScreen();
    }, SETTLED_MS);
  };
  new MutationObserver(settle).observe(document.body, { childList: true, subtree: true, characterData: true });
  useComfort.subscribe((now, before) => {
    if (now.speech === before.speech && now.language === before.language) return;
    read = '';
    useSpeech.setState({ voiceless: null });
    if (now.speech) return settle();
    narrator.stop();
    last = [];
    // The socket says when it is empty; the next shopper has their own speed.
    useSpeech.setState(({ headphones }) => ({ ...usual, headphones }));
    narrator.rate = 1;
    narrator.volume = 1;
  });
  document.addEventListener('focusin', ({ target }) => {
    // A heading takes the focus when its screen comes, and is read with it.
    if (isControl(target)) say(controlPieces(target, { alone: alone() }));
  });
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches('[type="radio"], [type="checkbox"]'))
      say(controlPieces(target, { alone: alone() }));
  });
  // Whoever touches is looking: what is being said stops, and the next screen is read.
  window.addEventListener('pointerdown', () => narrator.stop(), { capture: true, passive: true });
  window.addEventListener('pagehide', () => narrator.stop());
}
