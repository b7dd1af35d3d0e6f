import { mayPress } from '../../shared/access/keys.ts';

const swallow = (event: Event) => event.preventDefault();

const isTextBox = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && ['text', 'search'].includes(target.type));

/** What can be reached with Tab, in the order of the document. */
const reachable = 'button:not(:disabled), a[href], input:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** Tab beyond the last control goes on with the first, never out of the page. */
function keepFocus(event: KeyboardEvent): void {
  const stops = [...document.querySelectorAll<HTMLElement>(reachable)].filter(
    (stop) => stop.tabIndex >= 0 && stop.checkVisibility({ visibilityProperty: true }),
  );
  const [edge, other] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (document.activeElement !== edge) return;
  event.preventDefault();
  other?.focus();
}

function guardKeys(event: KeyboardEvent): void {
  // Where AltGr writes a letter, systems report it as Ctrl and Alt as well.
  const writes = event.getModifierState('AltGraph');
  const { key, type } = event;
  const held = { control: event.ctrlKey && !writes, alt: event.altKey && !writes, meta: event.metaKey };
  // The keypad's own keys are heard all the same; what a browser does with them is not wanted.
  if (/^F\d+$/.test(key) || !mayPress({ type, key, ...held }, isTextBox(event.target))) event.preventDefault();
  else if (key === 'Tab') keepFocus(event);
}

/** Nothing on the kiosk leads to another page: whatever tries to is refused, except that the page may load itself again. */
function guardWay(): void {
  window.open = () => null;
  window.print = () => {};
  window.alert = () => {};
  window.confirm = () => false;
  window.prompt = () => null;
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a[href]') !== null) event.preventDefault();
  });
  document.addEventListener('submit', swallow);
  window.navigation.addEventListener('navigate', (event) => {
    if (event.navigationType !== 'reload' && event.cancelable) event.preventDefault();
  });
}

/**
 * A public screen in a browser: no shortcut of the browser's, no menu, no dragging in or out, no zoom, no selection, no other page. What
 * belongs to the screen itself (typing, moving, the keypad, assistive technology) keeps working. What the browser or the system takes before
 * a page hears of it is closed from outside (docs/kiosk-hardening.md).
 */
export function guardScreen(): void {
  window.addEventListener('keydown', guardKeys, { capture: true });
  for (const refused of ['contextmenu', 'dragstart', 'dragenter', 'drop', 'auxclick', 'gesturestart'])
    window.addEventListener(refused, swallow, { capture: true });
  window.addEventListener(
    'dragover',
    (event) => {
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    },
    { capture: true },
  );
  for (const pressed of ['mousedown', 'mouseup']) {
    window.addEventListener(
      pressed,
      (event) => {
        // The wheel scrolls by itself and pastes, the thumb buttons go back and forth.
        if ((event as MouseEvent).button !== 0) event.preventDefault();
      },
      { capture: true },
    );
  }
  document.addEventListener('selectstart', (event) => {
    if (!isTextBox(event.target)) event.preventDefault();
  });
  window.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey || event.metaKey) event.preventDefault();
    },
    { capture: true, passive: false },
  );
  guardWay();
}
