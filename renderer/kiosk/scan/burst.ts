/** Keys that come nearer together than this, milliseconds, come from a scanner. Fast typists need more between most keys. */
export const GAP_MS = 60;
/** The shortest article code has eight digits; a few keys can fall together under anybody's hands. */
const LEAST_KEYS = 6;

/** What came in one go so far. */
export interface Burst {
  readonly text: string;
  /** When its last key was pressed, milliseconds on the page's monotonic clock. */
  readonly last: number;
}

export const quiet: Burst = { text: '', last: Number.NEGATIVE_INFINITY };

/** A key as the browser reports it. */
export interface Pressed {
  /** The place of the key. A scanner set to another layout than the kiosk's presses the places of digits and writes "&é". */
  readonly code: string;
  readonly key: string;
  readonly at: number;
}

/** Takes in one key. `scanned` is a whole code, as soon as Enter ends a burst that was long enough. */
export function press(burst: Burst, { code, key, at }: Pressed): { readonly burst: Burst; readonly scanned: string | null } {
  const goesOn = at - burst.last < GAP_MS;
  if (key === 'Enter') return { burst: quiet, scanned: goesOn && burst.text.length >= LEAST_KEYS ? burst.text : null };
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  const letter = digit ?? (key.length === 1 ? key : '');
  // Shift and the like belong to the key that follows.
  if (letter === '') return { burst, scanned: null };
  return { burst: { text: goesOn ? burst.text + letter : letter, last: at }, scanned: null };
}
