/** A duration as a person reads it at arm's length: seconds up to a minute and a half, then whole minutes. */
export type Waited = { readonly unit: 'second' | 'minute'; readonly count: number };

/** Rounds down: nobody is told they have waited longer than they have. */
export function waited(ms: number): Waited {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return seconds < 90 ? { unit: 'second', count: seconds } : { unit: 'minute', count: Math.floor(seconds / 60) };
}

/** A duration that was `ms` long at the moment `heardAt`, read at `now` (both on the page's monotonic clock). */
export const since = (ms: number, heardAt: number, now: number): number => ms + Math.max(0, now - heardAt);

/** What is left of a deadline that was `ms` away at the moment `heardAt`. */
export const left = (ms: number, heardAt: number, now: number): number => Math.max(0, ms - Math.max(0, now - heardAt));
