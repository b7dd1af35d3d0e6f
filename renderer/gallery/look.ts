import { type Disguise, disguises } from '../i18n/disguise.ts';
import { languages } from '../i18n/languages.ts';

export const themes = ['light', 'dark', 'contrast'] as const;
export const densities = ['kiosk', 'touch', 'desk'] as const;
export const scales = ['100', '150', '200'] as const;

/** How parts are looked at. The stage reads it from its address. */
export interface Look {
  readonly theme: (typeof themes)[number];
  readonly density: (typeof densities)[number];
  readonly scale: (typeof scales)[number];
  readonly language: (typeof languages)[number];
  readonly disguise: Disguise | '';
}

const among = <V extends string>(list: readonly V[], wanted: string | null): V =>
  list.find((value) => value === wanted) ?? (list[0] as V);

export const lookOf = (query: URLSearchParams): Look => ({
  theme: among(themes, query.get('theme')),
  density: among(densities, query.get('density')),
  scale: among(scales, query.get('scale')),
  language: among(languages, query.get('language')),
  disguise: among(['', ...disguises], query.get('disguise')),
});
