import type { Language } from '../../shared/contract/index.ts';
import { languageOfTag } from '../i18n/languages.ts';

export type Theme = 'dark' | 'light';

/** A choice kept on this device. Storage may be forbidden: then the choice lasts as long as the page. */
function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`prevenance.${key}`);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`prevenance.${key}`, value);
  } catch {
    // Nothing to do: the page works without a memory.
  }
}

/** The language chosen on this device for a page, otherwise the browser's, otherwise French. */
export function firstLanguage(page: 'staff' | 'manager'): Language {
  return languageOfTag(remembered(`${page}.language`) ?? navigator.language);
}

export const rememberLanguage = (page: 'staff' | 'manager', language: Language): void => remember(`${page}.language`, language);

export const firstTheme = (): Theme => (remembered('staff.theme') === 'light' ? 'light' : 'dark');

/** What this device does not do when a call comes in. */
export type Mutable = 'sound' | 'vibration';
export const isMuted = (what: Mutable): boolean => remembered(`staff.${what}`) === 'off';
export const rememberMuted = (what: Mutable, off: boolean): void => remember(`staff.${what}`, off ? 'off' : 'on');

/** The paper of each theme (`themes.css`), for the phone's own bars. */
const paper: Readonly<Record<Theme, string>> = { dark: '#17130f', light: '#fdfaf4' };

/** Dark for most shops, light for bright floors. */
export function wear(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', paper[theme]);
  remember('staff.theme', theme);
}
