/** One tap on the screen. */
export interface Tap {
  readonly x: number;
  readonly y: number;
  /** Page's monotonic clock. */
  readonly atMs: number;
}

/**
 * PostHog's definition of a rage click (packages/browser/src/extensions/rageclick.ts, 9b2a1b18d): three, each less than a second after the
 * last and less than 30 px from it, counted along both axes. OpenReplay counts three within 300 ms each, Sentry three within 7 s on a dead
 * element, Datadog three within 1 s and 100 px: this is the middle one.
 */
const TAPS = 3;
const WITHIN_MS = 1_000;
const WITHIN_PX = 30;

/** Taps that belong together so far. */
export type TapRun = readonly Tap[];

const near = (a: Tap, b: Tap): boolean => b.atMs - a.atMs < WITHIN_MS && Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < WITHIN_PX;

/** Adds a tap. `rage` once per run: ten taps are one fit of temper, not eight. */
export function addTap(run: TapRun, tap: Tap): { readonly run: TapRun; readonly rage: boolean } {
  const last = run.at(-1);
  const next = last !== undefined && near(last, tap) ? [...run, tap] : [tap];
  return { run: next, rage: next.length === TAPS };
}
