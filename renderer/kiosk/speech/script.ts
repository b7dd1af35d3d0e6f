import { i18n } from '@lingui/core';
import { stops } from '../access/stops.ts';
import type { Piece } from './narrator.ts';

/** What concerns one person only. Screens mark more of it with `data-personal`. */
const personal =
  '[data-personal], [data-recognised="true"] :is([data-screen="welcome"] :is(.tell-serif, .offer), :is([data-screen="account"], [data-screen="card"]) .scene)';
/** What is read of a screen, besides its controls. */
const readable = 'h1, h2, h3, p, li, dt, dd, .tell-lead, .tell-over, .notice';
const controls = 'button, a, label, input, textarea, .keyboard, .unseen';

/** Which language an element's words are in: it says so itself, or all of them stand in a part that does. */
function languageOf(element: Element): string {
  const inner = element.querySelector('[lang]');
  const of = inner !== null && words(inner) === words(element) ? inner : element.closest('[lang]');
  return (of?.getAttribute('lang') ?? document.documentElement.lang).slice(0, 2);
}

const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

/** The words of an element without its drawings. */
function words(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

const sentence = (text: string): string => (/[.?!…:]$/.test(text) ? text : `${text}.`);

const own = (text: string): Piece => ({ text, language: document.documentElement.lang });

export interface Listening {
  /** Only the shopper hears it. */
  readonly alone: boolean;
}

const withheld = (): Piece =>
  own(i18n._({ id: 'speech.personal', message: 'Personal details are only read out through headphones.' }));

/** The whole screen: its heading, what it tells, and how much there is to choose from. */
export function screenPieces({ alone }: Listening): Piece[] {
  const root = document.querySelector('.kiosk');
  if (root === null) return [];
  const pieces: Piece[] = [];
  let kept = false;
  const told = [...root.querySelectorAll(`.strip, .main :is(${readable}), .attract :is(${readable})`)];
  for (const element of told) {
    if (!isShown(element) || element.closest(controls)) continue;
    // What holds other parts that are read says them itself.
    if (told.some((inner) => inner !== element && element.contains(inner) && isShown(inner))) continue;
    if (!alone && element.closest(personal)) {
      kept = true;
      continue;
    }
    const text = words(element);
    if (text !== '') pieces.push({ text: sentence(text), language: languageOf(element) });
  }
  if (kept) pieces.push(withheld());
  const count = stops(root).length;
  return [
    ...pieces,
    own(
      i18n._({
        id: 'speech.choices',
        message: '{count, plural, one {# thing to choose.} other {# things to choose.}} Arrows to move, Enter to choose.',
        values: { count },
      }),
    ),
  ];
}

/** A control's name, as assistive technology would compute it. */
function nameOf(element: HTMLElement): { readonly text: string; readonly of: Element } {
  const label = element.getAttribute('aria-label');
  if (label) return { text: label, of: element };
  const by = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const labels = by.flatMap((id) => document.getElementById(id) ?? []);
  if (labels.length > 0) return { text: labels.map(words).join(', '), of: labels[0] as Element };
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    const wrapped = element.labels?.[0];
    return { text: wrapped ? words(wrapped) : (element.placeholder ?? ''), of: wrapped ?? element };
  }
  return { text: words(element), of: element };
}

function roleOf(element: HTMLElement, alone: boolean): string {
  if (element.closest('.keyboard')) return i18n._({ id: 'speech.key', message: 'key' });
  if (element instanceof HTMLInputElement && element.type === 'radio') {
    return element.checked
      ? i18n._({ id: 'speech.chosen', message: 'choice, chosen' })
      : i18n._({ id: 'speech.not-chosen', message: 'choice, not chosen' });
  }
  if (element instanceof HTMLInputElement && element.type === 'checkbox') {
    return element.checked
      ? i18n._({ id: 'speech.on', message: 'switch, on' })
      : i18n._({ id: 'speech.off', message: 'switch, off' });
  }
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    if (element.value === '') return i18n._({ id: 'speech.empty', message: 'text field, empty' });
    return alone
      ? i18n._({ id: 'speech.holds', message: 'text field: {text}', values: { text: element.value } })
      : i18n._({ id: 'speech.filled', message: 'text field, filled in' });
  }
  if (element.getAttribute('aria-pressed') === 'true') return i18n._({ id: 'speech.pressed', message: 'button, pressed' });
  return element instanceof HTMLAnchorElement
    ? i18n._({ id: 'speech.link', message: 'link' })
    : i18n._({ id: 'speech.button', message: 'button' });
}

/** A control: its name in its own language, what it is and how it stands, and where it lies among the others. */
export function controlPieces(element: HTMLElement, { alone }: Listening): Piece[] {
  if (!alone && element.closest(personal)) return [withheld()];
  const { text, of } = nameOf(element);
  const role = roleOf(element, alone);
  const name = { text, language: languageOf(of) };
  if (element.closest('.keyboard')) return text.length === 1 ? [name] : [name, own(role)];
  const all = stops();
  const at = all.indexOf(element) + 1;
  const place = at > 0 ? i18n._({ id: 'speech.place', message: '{at} of {count}', values: { at, count: all.length } }) : '';
  return [...(text === '' ? [] : [name]), own([role, place].filter(Boolean).join(', '))];
}
