import { keypadKeys } from './keypad.ts';

/** The part of Electron's `Input` that the rule reads; names as there. */
export interface Key {
  readonly type: string;
  /** `KeyboardEvent.key`. */
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/** Enough to use every screen without touching it, and nothing that belongs to a browser. */
const movement: ReadonlySet<string> = new Set([
  'Tab',
  'Enter',
  ' ',
  'Escape',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  // A tactile keypad speaks in these; which does what is the page's business.
  ...keypadKeys,
]);

/** Added while a text field has the focus. `Dead` and `Process` compose accented letters. */
const editing = new Set(['Backspace', 'Delete', 'Dead', 'Process', 'Compose', 'CapsLock', 'AltGraph']);

/** One printable character, which may take two UTF-16 units. */
const printable = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]$/u;

/**
 * Whether a key reaches the page. Everything with Ctrl, Alt or the system key is refused: that covers reload, print, zoom, history,
 * developer tools and closing. Keys the window manager takes first (Alt+Tab, the system key alone on some systems) never come here.
 * @param textFocused whether the page says that a text field has the focus; a lie gains nothing but letters.
 */
export function mayPress(key: Key, textFocused: boolean): boolean {
  if (key.control || key.alt || key.meta) return false;
  if (movement.has(key.key)) return true;
  // Shift alone types nothing, and Shift+Tab needs it everywhere.
  if (key.key === 'Shift') return true;
  // A barcode scanner types wherever the focus is; a character outside a text field does nothing else.
  return printable.test(key.key) || (textFocused && editing.has(key.key));
}
