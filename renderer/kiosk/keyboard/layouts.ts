import type { Language } from '../../../shared/contract/index.ts';

/** Names of the keys that do something rather than write a letter. */
export const keys = {
  shift: '{shift}',
  figures: '{figures}',
  back: '{bksp}',
  space: '{space}',
  hide: '{hide}',
  enter: '{enter}',
} as const;

/** `pad`: for a field that takes digits only. */
export type Layer = 'default' | 'shift' | 'figures' | 'pad';
export type Layout = Record<Layer, string[]>;

const last = "{figures} {space} - ' {hide} {enter}";
const figures = ['1 2 3 4 5 6 7 8 9 0', '@ # & % + = ( ) / *', '. , ? ! : ; {bksp}', last];
/** As on a payment terminal: no taller than the letters of either language. */
const pad = ['1 2 3 {bksp}', '4 5 6 {hide}', '7 8 9 {enter}', '0'];

/** AZERTY with the accents French needs; QWERTY for English. */
export const layouts: Record<Language, Layout> = {
  fr: {
    default: ['é è ê à â ç ù û ô î', 'a z e r t y u i o p', 'q s d f g h j k l m', '{shift} w x c v b n œ {bksp}', last],
    shift: ['É È Ê À Â Ç Ù Û Ô Î', 'A Z E R T Y U I O P', 'Q S D F G H J K L M', '{shift} W X C V B N Œ {bksp}', last],
    figures,
    pad,
  },
  en: {
    default: ['q w e r t y u i o p', 'a s d f g h j k l', '{shift} z x c v b n m {bksp}', last],
    shift: ['Q W E R T Y U I O P', 'A S D F G H J K L', '{shift} Z X C V B N M {bksp}', last],
    figures,
    pad,
  },
};

/** Every key of every layer, as simple-keyboard lists them: separated by spaces. */
export const allKeys = (layout: Layout): string => [...new Set(Object.values(layout).flat().join(' ').split(' '))].join(' ');

/** The layer that a field begins with, by its input mode. */
export const firstLayer = (inputMode: string): Layer => (inputMode === 'numeric' ? 'pad' : 'default');

/** Which layer shows after a key: shift and figures toggle, a letter ends shift. */
export function nextLayer(layer: Layer, key: string): Layer {
  if (key === keys.shift) return layer === 'shift' ? 'default' : 'shift';
  if (key === keys.figures) return layer === 'figures' ? 'default' : 'figures';
  return layer === 'shift' ? 'default' : layer;
}
