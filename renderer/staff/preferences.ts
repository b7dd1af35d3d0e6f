import type { Language } from '../../shared/contract/index.ts';

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
  const chosen = remembered(`${page}.language`) ?? navigator.language;
  return chosen.startsWith('en') ? 'en' : 'fr';
}

export const rememberLanguage = (page: 'staff' | 'manager', language: Language): void => remember(`${page}.language`, language);

export const firstTheme = (): Theme => (remembered('staff.theme') === 'light' ? 'light' : 'dark');

/** Dark for most shops, light for bright floors. */
export function wear(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  remember('staff.theme', theme);
}
