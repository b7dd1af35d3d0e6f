import { create } from 'zustand';

export type TextBox = HTMLInputElement | HTMLTextAreaElement;

/** The field that the on-screen keyboard writes into; null: the keyboard is hidden. */
export const useFocusedField = create<{ readonly field: TextBox | null }>()(() => ({ field: null }));

export const hideKeyboard = (): void => useFocusedField.setState({ field: null });

const isTextBox = (target: EventTarget | null): target is TextBox =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && ['text', 'search'].includes(target.type));

/** Shows the keyboard when a text field takes the focus or is touched again, and hides it when that field leaves the screen. */
export function followFocus(): void {
  const show = (event: Event) => {
    if (isTextBox(event.target)) useFocusedField.setState({ field: event.target });
  };
  document.addEventListener('focusin', show);
  document.addEventListener('pointerup', show);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hideKeyboard();
  });
  new MutationObserver(() => {
    const { field } = useFocusedField.getState();
    if (field && !field.isConnected) hideKeyboard();
  }).observe(document.body, { childList: true, subtree: true });
}

/**
 * Writes at the caret as a physical key would, so that React hears an ordinary `input` event.
 * @param text what to insert; null deletes one character to the left.
 */
export function type(field: TextBox, text: string | null): void {
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  if (text === null) {
    if (end === 0) return;
    // A letter outside the basic plane counts twice: delete the whole of it.
    const back = start === end ? ([...field.value.slice(0, start)].at(-1)?.length ?? 0) : 0;
    field.setRangeText('', start - back, end, 'end');
  } else {
    if (field.maxLength >= 0 && field.value.length - (end - start) + text.length > field.maxLength) return;
    field.setRangeText(text, start, end, 'end');
  }
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
