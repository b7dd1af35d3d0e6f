import { Refused } from '../../api.ts';

/** What became of a command. `unknown` is not a failure: a request that timed out may have landed. */
export type Sent<A> =
  | { readonly kind: 'answered'; readonly answer: A }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unknown' };

/** Pauses before the second, third … attempt, in milliseconds. */
const PAUSES_MS = [400, 1_200, 3_000] as const;
/** How long nobody wonders what became of a tap, in milliseconds. A request itself waits much longer for its answer. */
const PATIENCE_MS = 2_000;

/**
 * Sends a command and, while the station does not answer, sends the same command again.
 * Safe only because a command carries an identifier the station recognises.
 * @param overdue called once when the answer is late: whether the command arrived is not known from then on
 */
export async function send<A>(
  attempt: () => Promise<A>,
  pause: (ms: number) => Promise<void>,
  overdue: () => void,
): Promise<Sent<A>> {
  let late: (() => void) | null = overdue;
  const tell = () => {
    late?.();
    late = null;
  };
  const settled = <S extends Sent<A>>(sent: S): S => {
    late = null;
    return sent;
  };
  void pause(PATIENCE_MS).then(tell);
  for (let round = 0; ; round++) {
    try {
      return settled({ kind: 'answered', answer: await attempt() });
    } catch (error) {
      const code = error instanceof Refused ? error.code : 'unreachable';
      if (code !== 'unreachable') return settled({ kind: 'refused', code });
    }
    tell();
    const ms = PAUSES_MS[round];
    if (ms === undefined) return settled({ kind: 'unknown' });
    await pause(ms);
  }
}
