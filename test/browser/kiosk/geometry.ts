import { LEAST_TARGET_PX, LEAST_TARGET_REM, REACH_SHARE } from '../../../shared/access/screen.ts';

/**
 * Smallest sizes on a screen whose short side is 1080 pixels, where one rem is 16. `tall` is what `shared/access/screen.ts` counts on when
 * it makes targets 15 mm; the keys of a keyboard are many and share the width.
 */
export const least = {
  call: 96,
  target: LEAST_TARGET_PX,
  tall: Math.floor(LEAST_TARGET_REM * 16),
  gap: 8,
  /** Share of the screen's height that is out of reach in reach mode. */
  reach: 1 - REACH_SHARE,
} as const;

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
    if (r.height < least.call - 0.5) faults.push(`"${call}" is ${r.height} px high`);
    const top = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
    if (!callButton.contains(top)) faults.push(`"${call}" is covered by ${top ? name(top) : 'nothing'}`);
  }

  // What a finger meets: a hidden checkbox or radio button is touched through its label.
  for (const target of all('button, a[href], input, textarea, label:has(input)')) {
    if (target.matches('label input, input[type=hidden]')) continue;
    const { width, height } = target.getBoundingClientRect();
    if (width < least.target || height < least.tall)
      faults.push(`${name(target)} is ${Math.round(width)} × ${Math.round(height)} px`);
  }

  // What can be touched as the screen lies there, with its own room around it.
  const touched = all('button:not(:disabled), a[href], textarea, input:not(label input), label:has(input)')
    .map((target) => {
      const { left, right, top, bottom } = target.getBoundingClientRect();
      // What scrolls is cut off at the edge of its room.
      const room = target.closest('main')?.getBoundingClientRect();
      return {
        target,
        box: { left, right, top: Math.max(top, room?.top ?? top), bottom: Math.min(bottom, room?.bottom ?? bottom) },
      };
    })
    .filter(({ target, box }) => {
      const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      return top !== null && (target.contains(top) || top.contains(target));
    });
  for (const [i, { target, box }] of touched.entries()) {
    for (const other of touched.slice(i + 1)) {
      if (target.contains(other.target) || other.target.contains(target)) continue;
      const across = Math.max(other.box.left - box.right, box.left - other.box.right);
      const down = Math.max(other.box.top - box.bottom, box.top - other.box.bottom);
      const gap = Math.max(across, down);
      if (gap < least.gap - 0.5) faults.push(`${name(target)} and ${name(other.target)} are ${Math.round(gap)} px apart`);
    }
  }
  const low = document.documentElement.dataset.reach === 'low';
  const scrolled = all('main, .act').some((box) => box.scrollTop > 0);
  // In landscape the keyboard itself needs all that is in reach: the field above it is only read.
  const crowded = innerWidth > innerHeight && all('.keyboard').length > 0;
  for (const { target, box } of low && !scrolled && !crowded ? touched : []) {
    if (box.top < innerHeight * least.reach - 1)
      faults.push(`${name(target)} begins at ${Math.round((box.top / innerHeight) * 100)} % of the height: out of reach`);
  }

  // The keyboard takes its own place: the field it writes into stays in sight.
  const field = document.querySelector('main :is(input, textarea):focus');
  const place = all('main')[0]?.getBoundingClientRect();
  if (field && place && all('.keyboard').length > 0) {
    const { top, bottom } = field.getBoundingClientRect();
    const tall = bottom - top > place.height;
    if ((top < place.top - 1 && !tall) || (bottom > place.bottom + 1 && !tall))
      faults.push(`${name(field)} is out of sight while typing`);
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
  // With large words the keyboard and a proposal leave the field little more than its own line: that it is in sight is judged above.
  const share = all('.keyboard').length > 0 && document.documentElement.dataset.textScale !== '100' ? 0.13 : 0.18;
  if (main && main.clientHeight < innerHeight * share) faults.push(`only ${main.clientHeight} px are left for the screen itself`);
  return [...new Set(faults)];
}
