/** Smallest sizes on a screen whose short side is 1080 pixels. The keys of a keyboard are many and stand together. */
export const least = { call: 96, target: 60, key: 56 } as const;

interface Wanted {
  readonly language: string;
  readonly call: string;
  readonly least: typeof least;
}

/** Runs inside the page: what is wrong with the screen as it lies there, in sentences. Must stand alone. */
export function faultsOf({ language, call, least }: Wanted): string[] {
  const faults: string[] = [];
  const name = (e: Element) => `${e.tagName.toLowerCase()}.${e.className} "${(e.textContent ?? '').trim().slice(0, 40)}"`;
  const seen = (e: Element) => e.checkVisibility({ visibilityProperty: true }) && e.closest('.unseen') === null;
  const all = (selector: string) => [...document.querySelectorAll(selector)].filter(seen);

  if (document.documentElement.lang !== language) faults.push(`lang is ${document.documentElement.lang}`);
  for (const box of [document.documentElement, ...all('main')]) {
    if (box.scrollWidth > box.clientWidth + 1)
      faults.push(`${name(box)} scrolls sideways by ${box.scrollWidth - box.clientWidth}`);
  }
  if (document.documentElement.scrollHeight > innerHeight + 1) faults.push('the page itself scrolls: head and foot would leave');

  const callButton = all('button').find((b) => b.textContent?.trim() === call);
  if (!callButton) faults.push(`"${call}" is not there`);
  else {
    const r = callButton.getBoundingClientRect();
    if (r.top < 0 || r.left < 0 || r.bottom > innerHeight || r.right > innerWidth)
      faults.push(`"${call}" is not wholly on the screen`);
    if (r.height < least.call) faults.push(`"${call}" is ${r.height} px high`);
    const top = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
    if (!callButton.contains(top)) faults.push(`"${call}" is covered by ${top ? name(top) : 'nothing'}`);
  }

  // What a finger meets: a hidden checkbox or radio button is touched through its label.
  for (const target of all('button, a[href], input, textarea, label:has(input)')) {
    if (target.matches('label input, input[type=hidden]')) continue;
    const { width, height } = target.getBoundingClientRect();
    const side = target.closest('.keyboard') ? least.key : least.target;
    if (Math.min(width, height) < side) faults.push(`${name(target)} is ${Math.round(width)} × ${Math.round(height)} px`);
  }

  // Words must stay inside the box that was drawn for them, and inside the screen.
  for (const box of all('button, h1, h2, h3, p, li, dt, dd, label')) {
    if (box.scrollWidth > box.clientWidth + 2 && box.clientWidth > 0) faults.push(`${name(box)} is wider than its box`);
    const { left, right } = box.getBoundingClientRect();
    if (left < -1 || right > innerWidth + 1) faults.push(`${name(box)} leaves the screen sideways`);
  }
  if (document.documentElement.dataset.theme === 'contrast') {
    const clear = 'rgba(0, 0, 0, 0)';
    const paper = getComputedStyle(document.body).backgroundColor;
    for (const control of all('button:not(.button-bare, .question-ask, .camera-stop)')) {
      const { borderTopColor, backgroundColor } = getComputedStyle(control);
      const plain = backgroundColor === clear || backgroundColor === paper;
      if (plain && (borderTopColor === clear || borderTopColor === paper)) faults.push(`${name(control)} has no edge`);
    }
  }
  for (const icon of all('svg.lucide')) {
    const beside = icon.closest('button, li, p, dt, dd, label, h2, h3, section, .notice, .camera-pill');
    if (!beside?.textContent?.trim()) faults.push(`${name(icon.parentElement ?? icon)} is an icon without a word`);
    if (icon.getAttribute('aria-hidden') !== 'true') faults.push(`${name(icon.parentElement ?? icon)}: its icon speaks`);
  }
  const twice = all('h1');
  if (twice.length !== 1) faults.push(`${twice.length} first headings`);
  const main = all('main')[0];
  if (main && main.clientHeight < innerHeight * 0.18) faults.push(`only ${main.clientHeight} px are left for the screen itself`);
  return [...new Set(faults)];
}
