import type { CallService } from './calls.ts';

/** Ten thousand codes and three tries: whoever guesses succeeds once in 3 333 claims, and then only silences their own call. */
const TRIES = 3;

/**
 * How an employee confirms their arrival on the kiosk: with four digits that only their own page shows, new for each claim. Neither
 * the PIN nor the short code is typed where shoppers look on. Kept in memory: after a restart the page shows another code.
 */
export class ArrivalCodes {
  readonly #calls: CallService;
  readonly #randomInt: (below: number) => number;
  readonly #codes = new Map<string, { readonly epoch: number; readonly code: string; tries: number }>();

  constructor(calls: CallService, randomInt: (below: number) => number) {
    this.#calls = calls;
    this.#randomInt = randomInt;
  }

  /** The code of a claimed call; null for any other. */
  code(callId: string): string | null {
    return this.#entry(callId)?.code ?? null;
  }

  /** Whether a code can be typed for this call now. */
  opens(callId: string): boolean {
    return (this.#entry(callId)?.tries ?? TRIES) < TRIES;
  }

  arrive(callId: string, code: string, commandId: string): 'arrived' | 'wrong' | 'closed' {
    const entry = this.#entry(callId);
    const call = this.#calls.get(callId)?.call;
    if (call?.state === 'arrived') return 'arrived';
    if (entry === null || call?.owner == null || entry.tries >= TRIES) return 'closed';
    if (code !== entry.code) {
      entry.tries += 1;
      return entry.tries < TRIES ? 'wrong' : 'closed';
    }
    const command = { kind: 'arrive', commandId, epoch: call.epoch, employeeId: call.owner.id } as const;
    return this.#calls.command(callId, command).refusal === null ? 'arrived' : 'closed';
  }

  #entry(callId: string) {
    const call = this.#calls.get(callId)?.call;
    if (call?.state !== 'claimed') {
      this.#codes.delete(callId);
      return null;
    }
    const known = this.#codes.get(callId);
    if (known?.epoch === call.epoch) return known;
    const code = String(this.#randomInt(10_000)).padStart(4, '0');
    const fresh = { epoch: call.epoch, code, tries: 0 };
    this.#codes.set(callId, fresh);
    return fresh;
  }
}
