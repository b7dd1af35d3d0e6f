import type { KioskScreen } from '../../../shared/contract/index.ts';

/** One arrival on a screen, on the page's monotonic clock. */
export interface Step {
  readonly screen: KioskScreen;
  readonly atMs: number;
}

/** The window and the count of the back-and-forth signal: three returns to one screen from one other within 45 s. */
export const BACK_AND_FORTH_MS = 45_000;
const BACK_AND_FORTH_RETURNS = 3;
/** How long nobody touches the screen after an error before that counts as a signal. */
export const IDLE_AFTER_ERROR_MS = 20_000;

/** Adds an arrival and drops what is older than the window. */
export function walk(trail: readonly Step[], step: Step): readonly Step[] {
  const recent = trail.filter((s) => step.atMs - s.atMs <= BACK_AND_FORTH_MS);
  return recent.at(-1)?.screen === step.screen ? recent : [...recent, step];
}

/** Whether the last arrival closes the third A→B→A with the same A and B. */
export function isBackAndForth(trail: readonly Step[]): boolean {
  const here = trail.at(-1)?.screen;
  const other = trail.at(-2)?.screen;
  let returns = 0;
  for (let i = trail.length - 1; i >= 2; i -= 2) {
    if (trail[i]?.screen !== here || trail[i - 1]?.screen !== other || trail[i - 2]?.screen !== here) break;
    returns += 1;
  }
  return returns >= BACK_AND_FORTH_RETURNS;
}
