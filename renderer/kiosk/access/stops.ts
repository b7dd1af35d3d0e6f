/** Everything that can take the focus, in the order of the document, which is the order on the screen. */
const selector = 'button, a[href], input:not([type="hidden"]), textarea, select, [tabindex="0"]';

const canTake = (element: HTMLElement): boolean =>
  !element.matches(':disabled, [aria-disabled="true"], .keyboard *') &&
  element.checkVisibility({ visibilityProperty: true }) &&
  element.closest('[inert]') === null;

const isRadio = (element: Element): element is HTMLInputElement =>
  element instanceof HTMLInputElement && element.type === 'radio';

/** One of several radio buttons stands for all: the chosen one, else the first. */
function standsForGroup(element: HTMLElement, all: readonly HTMLElement[]): boolean {
  if (!isRadio(element)) return true;
  const group = all.filter((other): other is HTMLInputElement => isRadio(other) && other.name === element.name);
  return element === (group.find((radio) => radio.checked) ?? group[0]);
}

/** What the focus stops at on its way through the screen. The on-screen keyboard is one stop: its first key. */
export function stops(root: ParentNode = document): HTMLElement[] {
  const all = [...root.querySelectorAll<HTMLElement>(selector)].filter(canTake);
  const ordinary = all.filter((element) => standsForGroup(element, all));
  const key = root.querySelector<HTMLElement>('.keyboard .hg-button');
  if (key === null) return ordinary;
  const after = ordinary.findIndex((stop) => Boolean(key.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING));
  return after === -1 ? [...ordinary, key] : ordinary.toSpliced(after, 0, key);
}

/** The stop before or after an element, which need not be a stop itself; from the last one on to the first. */
export function neighbour(from: Element | null, step: 1 | -1, all = stops()): HTMLElement | undefined {
  if (from === null || from === document.body) return step === 1 ? all[0] : all.at(-1);
  const own = all.findIndex((stop) => stop === from || (isRadio(stop) && isRadio(from) && stop.name === from.name));
  if (own !== -1) return all[(own + step + all.length) % all.length];
  const next = all.findIndex((stop) => Boolean(from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING));
  if (step === 1) return all[next === -1 ? 0 : next];
  return all.at(next === -1 ? -1 : next - 1);
}
