import { queryKey } from '../../shared/catalogue/query.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Attempt, CallReason } from '../../shared/contract/index.ts';
import {
  type Because,
  type Empathy,
  type EmpathyDecision,
  type EmpathyEvent,
  newEmpathy,
  notice,
} from '../../shared/empathy/policy.ts';
import { senseOf } from '../../shared/empathy/words.ts';
import { millis } from '../../shared/units.ts';
import type { Greeting } from './greet.ts';

/** Typing is over when nothing changed for this long; only then did a search succeed or fail. */
const SETTLE = millis(1_500);
/** Attempts told to an employee: the last ones. */
const MOST_ATTEMPTS = 8;

/**
 * What the kiosk remembers of the visit going on: attempts, evidence, the offer. In memory only; dropping the object
 * is the wipe at the end of a visit.
 */
export class Session {
  readonly #clock: Clock;
  readonly #onDecision: (decision: Exclude<EmpathyDecision, { action: 'calm' }>) => void;
  readonly #searches = new Set<string>();
  #empathy: Empathy = newEmpathy;
  #attempts: Attempt[] = [];
  #typing: { query: string; found: boolean; cancel: () => void } | null = null;
  /** The offer shown, until it is declined or nothing may be sold. */
  greeting: Greeting | null = null;
  /** Product category looked at last: who knows it best is told of a call first. */
  topic: string | null = null;
  /** A person is being proposed. */
  proposal: { readonly because: readonly Because[]; readonly reason: CallReason } | null = null;

  constructor(clock: Clock, onDecision: (decision: Exclude<EmpathyDecision, { action: 'calm' }>) => void) {
    this.#clock = clock;
    this.#onDecision = onDecision;
  }

  /** What the shopper tried, oldest first. */
  attempts(): readonly Attempt[] {
    this.#settle();
    return this.#attempts;
  }

  attempted(kind: Attempt['kind'], text: string | null): void {
    this.#attempts = [...this.#attempts, { kind, text }].slice(-MOST_ATTEMPTS);
  }

  /** A type-ahead search: while the shopper is still typing the same words, nothing has succeeded or failed yet. */
  searched(query: string, found: boolean): void {
    const typing = this.#typing;
    if (typing !== null && !query.startsWith(typing.query) && !typing.query.startsWith(query)) this.#settle();
    this.#typing?.cancel();
    this.#typing = query.trim() === '' ? null : { query, found, cancel: this.#clock.after(SETTLE, () => this.#settle()) };
  }

  asked(question: string, answered: boolean): void {
    this.#settle();
    this.attempted(answered ? 'question-answered' : 'question-unanswered', question);
    const sense = senseOf(question);
    if (sense !== null) this.notice({ kind: 'words', sense });
    this.notice(answered ? { kind: 'success' } : { kind: 'signal', signal: 'question-unanswered' });
  }

  notice(event: EmpathyEvent): void {
    const { state, decision } = notice(this.#empathy, event, this.#clock.mono());
    this.#empathy = state;
    if (decision.action !== 'calm') this.#onDecision(decision);
  }

  /** Forgets everything at once. */
  end(): void {
    this.#typing?.cancel();
    this.#typing = null;
    this.#attempts = [];
    this.#searches.clear();
    this.#empathy = newEmpathy;
    this.topic = null;
    this.greeting = null;
    this.proposal = null;
  }

  #settle(): void {
    const typing = this.#typing;
    if (typing === null) return;
    typing.cancel();
    this.#typing = null;
    this.attempted(typing.found ? 'search-found' : 'search-empty', typing.query);
    const sense = senseOf(typing.query);
    if (sense !== null) this.notice({ kind: 'words', sense });
    const key = queryKey(typing.query);
    if (this.#searches.has(key)) this.notice({ kind: 'signal', signal: 'search-repeated' });
    this.#searches.add(key);
    this.notice(typing.found ? { kind: 'success' } : { kind: 'signal', signal: 'search-empty' });
  }
}
