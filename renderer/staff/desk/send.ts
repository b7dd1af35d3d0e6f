import { Refused } from '../../api.ts';

/** What became of a command. `unknown` is not a failure: a request that timed out may have landed. */
export type Sent<A> =
  | { readonly kind: 'answered'; readonly answer: A }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unknown' };

/** Pauses before the second, third … attempt, in milliseconds. */
const PAUSES_MS = [400, 1_200, 3_000] as const;

/**
 * Sends a command and, while the station does not answer, sends the same command again.
 * Safe only because a command carries an identifier the station recognises.
 */
export async function send<A>(attempt: () => Promise<A>, pause: (ms: number) => Promise<void>): Promise<Sent<A>> {
  for (let round = 0; ; round++) {
    try {
      return { kind: 'answered', answer: await attempt() };
    } catch (error) {
      const code = error instanceof Refused ? error.code : 'unreachable';
      if (code !== 'unreachable') return { kind: 'refused', code };
    }
    const ms = PAUSES_MS[round];
    if (ms === undefined) return { kind: 'unknown' };
    await pause(ms);
  }
}
