import { allows, type ConsentFact, type ConsentKind, isLegal, statusOf } from '../../shared/consent/ledger.ts';
import { isKnownText } from '../../shared/consent/texts.ts';
import type { Language, Purpose } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import type { EpochMs } from '../../shared/units.ts';
import { sha256 } from '../store/consents.ts';
import type { Context } from './context.ts';

/** What a shopper read before answering, as the page sent it back. */
export interface Shown {
  readonly version: string;
  readonly language: Language;
  readonly text: string;
}

/** Asking, answering and withdrawing, written to the ledger before anything follows from it. */
export class ConsentService {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  allows(principal: string, purpose: Purpose): boolean {
    return allows(this.#context.store.consents.of(principal), purpose, this.#context.clock.wall());
  }

  /** When the present answer was given; null without one. */
  since(principal: string, purpose: Purpose): EpochMs | null {
    return statusOf(this.#context.store.consents.of(principal), purpose).since;
  }

  /** The version of the words that a yes still standing was given to; null without one. */
  version(principal: string, purpose: Purpose): string | null {
    return this.allows(principal, purpose) ? statusOf(this.#context.store.consents.of(principal), purpose).version : null;
  }

  /** Records that the question was shown and how it was answered. @throws CallerError `unknown-text` when the words are not ours */
  answer(principal: string, purpose: Purpose, decision: 'given' | 'refused', shown: Shown): void {
    this.#context.store.consents.append(this.answerFacts(principal, purpose, decision, shown));
  }

  /** The facts of an answer, for callers that write them together with something else. */
  answerFacts(principal: string, purpose: Purpose, decision: 'given' | 'refused', shown: Shown): ConsentFact[] {
    if (!isKnownText(purpose, shown)) throw new CallerError('unknown-text', 'this consent text is not one of ours', 409);
    const fact = this.#fact(principal, purpose, 'shopper', {
      version: shown.version,
      language: shown.language,
      sha256: sha256(shown.text),
    });
    return [fact('requested'), fact(decision)];
  }

  /** One tap; also ends what the station must end (`by: station`). Harmless when nothing was given. */
  end(principal: string, purpose: Purpose, kind: 'withdrawn' | 'expired' | 'erased', by: ConsentFact['by']): void {
    const status = statusOf(this.#context.store.consents.of(principal), purpose);
    if (isLegal(status, kind)) this.#context.store.consents.append([this.#fact(principal, purpose, by, null)(kind)]);
  }

  #fact(
    principal: string,
    purpose: Purpose,
    by: ConsentFact['by'],
    shown: ConsentFact['shown'],
  ): (kind: ConsentKind) => ConsentFact {
    return (kind) => ({
      principal,
      purpose,
      kind,
      at: this.#context.clock.wall(),
      by,
      kioskId: this.#context.kioskId,
      shown,
      validUntil: null,
    });
  }
}
