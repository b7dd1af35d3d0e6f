import type { Language } from '../../../shared/contract/index.ts';
import { locales } from '../../ui/format.ts';

/** A weekday's name; 0 is Monday, as 5 January 1970 was. */
export const dayName = (index: number, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(1970, 0, 5 + index));
