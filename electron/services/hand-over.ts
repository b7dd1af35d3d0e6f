import { randomBytes } from 'node:crypto';
import type { Clock } from '../../shared/clock.ts';
import { elapsed, type MonoMs, minutes } from '../../shared/units.ts';

/** How long a link works: time to find the telephone and its camera. */
const OPEN = minutes(10);

/** Files that one person fetches once: each under a link that nobody can guess, in memory only. */
export class HandOver {
  readonly #clock: Clock;
  readonly #waiting = new Map<string, { readonly at: MonoMs; readonly make: () => Buffer }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param make makes the file when it is fetched. @returns the token of its link */
  offer(make: () => Buffer): string {
    this.#forgetOld();
    const token = randomBytes(24).toString('base64url');
    this.#waiting.set(token, { at: this.#clock.mono(), make });
    return token;
  }

  /** The file, the first time it is asked for; null ever after. */
  take(token: string): Buffer | null {
    this.#forgetOld();
    const found = this.#waiting.get(token);
    this.#waiting.delete(token);
    return found?.make() ?? null;
  }

  #forgetOld(): void {
    const now = this.#clock.mono();
    for (const [token, { at }] of this.#waiting) if (elapsed(at, now) > OPEN) this.#waiting.delete(token);
  }
}
