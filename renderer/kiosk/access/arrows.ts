import { useFocusedField } from '../keyboard/field-focus.ts';
import { neighbour } from './stops.ts';

type Way = 'up' | 'down' | 'left' | 'right';
const ways: Readonly<Record<string, Way>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

const middle = (element: Element): number => {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
};

/** From key to key of the on-screen keyboard, as they lie; null: out of it, upwards or downwards. */
function keyTowards(key: Element, way: Way): HTMLElement | null {
  const rows = [...document.querySelectorAll('.keyboard .hg-row')].map((row) => [
    ...row.querySelectorAll<HTMLElement>('.hg-button'),
  ]);
  const row = rows.findIndex((keys) => keys.some((one) => one === key));
  const keys = rows[row] ?? [];
  if (way === 'left' || way === 'right') {
    const at = keys.indexOf(key as HTMLElement) + (way === 'right' ? 1 : -1);
    return keys[(at + keys.length) % keys.length] ?? null;
  }
  const next = rows[row + (way === 'down' ? 1 : -1)];
  const here = middle(key);
  return next?.toSorted((a, b) => Math.abs(middle(a) - here) - Math.abs(middle(b) - here))[0] ?? null;
}

/** Where a caret would go by itself, the arrow belongs to the text. */
function caretMoves(field: HTMLInputElement | HTMLTextAreaElement, way: Way): boolean {
  if (way === 'left' || way === 'right') return true;
  if (field instanceof HTMLInputElement) return false;
  return way === 'up' ? field.selectionStart !== 0 : field.selectionEnd !== field.value.length;
}

/** Moves the focus with an arrow. False: this arrow belongs to what has the focus. */
export function moveByArrow(pressed: string): boolean {
  const way = ways[pressed];
  if (way === undefined) return false;
  const here = document.activeElement;
  const sideways = way === 'left' || way === 'right';
  if (here?.closest('.keyboard')) {
    const key = keyTowards(here, way);
    const out = way === 'up' ? useFocusedField.getState().field : neighbour(here, 1);
    (key ?? out)?.focus();
    return true;
  }
  if (here instanceof HTMLTextAreaElement || (here instanceof HTMLInputElement && ['text', 'search'].includes(here.type))) {
    if (caretMoves(here, way)) return false;
  } else if (here instanceof HTMLInputElement && here.type === 'radio' && sideways) return false;
  const onwards = way === 'down' || way === (document.documentElement.dir === 'rtl' ? 'left' : 'right');
  neighbour(here, onwards ? 1 : -1)?.focus();
  return true;
}
