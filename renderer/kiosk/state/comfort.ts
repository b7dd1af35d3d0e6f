import { create } from 'zustand';
import type { Language } from '../../../shared/contract/index.ts';
import { speak } from '../../i18n/setup.ts';

export type TextScale = '100' | '150' | '200';

interface Comfort {
  readonly language: Language;
  readonly textScale: TextScale;
  readonly contrast: boolean;
  /** Everything that can be touched moves to the lower part of the screen. */
  readonly reach: boolean;
  /** The kiosk reads its screens out. */
  readonly speech: boolean;
  /** Everything that ends by itself waits longer. */
  readonly unhurried: boolean;
}

/** The language a kiosk speaks before anybody has chosen one. */
const usual: Comfort = { language: 'fr', textScale: '100', contrast: false, reach: false, speech: false, unhurried: false };

/** How this shopper reads and reaches the screen. Kept for the visit, never longer. */
export const useComfort = create<Comfort>()(() => usual);

const wear = (comfort: Comfort) => {
  const { dataset } = document.documentElement;
  dataset.density = 'kiosk';
  dataset.theme = comfort.contrast ? 'contrast' : 'light';
  dataset.textScale = comfort.textScale;
  dataset.reach = comfort.reach ? 'low' : 'full';
  speak(comfort.language);
};

/** Dresses the document once and at each change. */
export function wearComfort(): void {
  wear(usual);
  useComfort.subscribe(wear);
}

export const setComfort = (change: Partial<Comfort>): void => useComfort.setState(change);
export const resetComfort = (): void => useComfort.setState(usual, true);
export const isUsual = (comfort: Comfort): boolean =>
  (Object.keys(usual) as (keyof Comfort)[]).every((key) => comfort[key] === usual[key]);
