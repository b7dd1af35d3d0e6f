import {
  allows,
  type ConsentEvent,
  type ConsentFact,
  type ConsentKind,
  isGrant,
  isLegal,
  statusOf,
} from '../../shared/consent/ledger.ts';
import type { Language, Purpose } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import type { EpochMs } from '../../shared/units.ts';
import { sha256 } from '../store/hash.ts';
import { ConsentTexts } from './consent-texts.ts';
import type { Context } from './context.ts';

/** What a shopper read before answering, as the page sent it back. */
export interface Shown {
  readonly version: string;
  readonly language: Language;
  readonly text: string;
}

/** Asking, answering and withdrawing, written to the ledger before anything follows from it. */
export class ConsentService {
  readonly #context: Pick<Context, 'store' | 'clock' | 'kioskId'>;

  /** The words to ask with. */
  readonly texts: ConsentTexts;

  constructor(context: Pick<Context, 'store' | 'clock' | 'kioskId'>) {
    this.#context = context;
    this.texts = new ConsentTexts(context.store);
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

  /** The first purpose that this customer agreed to in words whose meaning has changed since; null when there is none. */
  askAgain(principal: string): Purpose | null {
    const events = this.#context.store.consents.of(principal);
    const outdated = (purpose: Purpose) => {
      const { state, version } = statusOf(events, purpose);
      if (state === 'invalidated') return true;
      return isGrant(state) && !this.texts.valid(purpose).some((text) => text.version === version);
    };
    return (['recognition', 'history'] as const).find(outdated) ?? null;
  }

  /** A yes or a no to new words by whom the old ones still recognise. */
  renew(principal: string, purpose: Purpose, shown: Shown): void {
    const [, given] = this.answerFacts(principal, purpose, 'given', shown);
    if (given !== undefined) this.#context.store.consents.append([{ ...given, kind: 'renewed' }]);
  }

  /** The last answer that a shopper gave to words they read. @throws CallerError `no-answer` */
  answered(principal: string, purpose: Purpose): ConsentEvent & { readonly shown: NonNullable<ConsentEvent['shown']> } {
    const event = this.#context.store.consents
      .of(principal)
      .findLast((one) => one.purpose === purpose && one.shown !== null && one.kind !== 'requested');
    if (event?.shown == null) throw new CallerError('no-answer', 'nothing was answered yet', 404);
    return { ...event, shown: event.shown };
  }

  /** A short text for the shopper to keep: what they said to what, when, and the hash under which the ledger holds it. */
  receipt(principal: string, purpose: Purpose, storeName: string): string {
    const event = this.answered(principal, purpose);
    const { version, language, sha256: words } = event.shown;
    return [
      storeName,
      `${purpose}: ${event.kind}`,
      new Date(event.at).toISOString(),
      `${version} ${language} ${words}`,
      event.hash,
    ].join('\n');
  }

  /** Records that the question was shown and how it was answered. @throws CallerError `unknown-text` when the words are not ours */
  answer(principal: string, purpose: Purpose, decision: 'given' | 'refused', shown: Shown): void {
    this.#context.store.consents.append(this.answerFacts(principal, purpose, decision, shown));
  }

  /** The facts of an answer, for callers that write them together with something else. */
  answerFacts(principal: string, purpose: Purpose, decision: 'given' | 'refused', shown: Shown): ConsentFact[] {
    if (!this.texts.accepts(purpose, shown)) throw new CallerError('unknown-text', 'this consent text is not one of ours', 409);
    const fact = this.#fact(principal, purpose, 'shopper', {
      version: shown.version,
      language: shown.language,
      sha256: sha256(shown.text),
    });
    const gesture = decision === 'given' ? 'touched-yes' : 'touched-no';
    return [fact('requested'), { ...fact(decision), gesture }];
  }

  /** One tap; also ends what the station must end (`by: station`). Harmless when nothing was given. */
  end(
    principal: string,
    purpose: Purpose,
    kind: 'withdrawn' | 'revoked' | 'expired' | 'invalidated' | 'erased',
    by: ConsentFact['by'],
  ): void {
    const status = statusOf(this.#context.store.consents.of(principal), purpose);
    if (!isLegal(status, kind)) return;
    const fact = this.#fact(principal, purpose, by, null)(kind);
    const touched = kind === 'withdrawn' && by === 'shopper';
    this.#context.store.consents.append([touched ? { ...fact, gesture: 'touched-stop' } : fact]);
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
