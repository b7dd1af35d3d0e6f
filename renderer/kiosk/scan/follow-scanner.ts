import { readCardCode } from '../../../shared/identity/card.ts';
import type { TextBox } from '../keyboard/field-focus.ts';
import { type Burst, press, quiet } from './burst.ts';

/** An article's code or a customer's card. */
const isCode = (text: string): boolean => /^\d{6,20}$/.test(text) || readCardCode(text) !== null;

/** A code is whole long before this. */
const FORGET_AFTER_MS = 1_000;

/** What stood in the field that a burst is being written into. */
interface Before {
  readonly field: TextBox;
  readonly value: string;
  readonly caret: number;
}

const focusedField = (): Before | null => {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
  return { field, value: field.value, caret: field.selectionStart ?? field.value.length };
};

/** A code that fell into a field is taken out again: the shopper's own words come back, and no card stands readable on the screen. */
function putBack({ field, value, caret }: Before): void {
  if (!field.isConnected || field.value === value) return;
  field.setRangeText(value, 0, field.value.length, 'end');
  field.setSelectionRange(caret, caret);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * Hears a scanner that types like a keyboard, on every screen. Ordinary typing is left alone: only the Enter that ends a burst is kept
 * from the page, so that it presses nothing.
 */
export function followScanner(take: (code: string) => void): void {
  let burst: Burst = quiet;
  let before: Before | null = null;
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  const forget = () => {
    burst = quiet;
    before = null;
  };
  window.addEventListener(
    'keydown',
    (event) => {
      // A key held down repeats as fast as a scanner types.
      if (event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
        forget();
        return;
      }
      // What was typed must not be remembered here after the shopper has left.
      clearTimeout(forgetting);
      forgetting = setTimeout(forget, FORGET_AFTER_MS);
      const next = press(burst, { code: event.code, key: event.key, at: event.timeStamp });
      if (next.burst.text.length === 1) before = focusedField();
      burst = next.burst;
      if (next.scanned === null || !isCode(next.scanned)) return;
      event.preventDefault();
      event.stopPropagation();
      if (before !== null) putBack(before);
      forget();
      take(next.scanned);
    },
    { capture: true },
  );
}
