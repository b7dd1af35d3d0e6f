import type { Candidate } from '../../shared/ask/answerer.ts';
import { queryKey } from '../../shared/catalogue/query.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Attempt, CallReason, MatterReceipt } from '../../shared/contract/index.ts';
import { estimateOf, weigh } from '../../shared/empathy/estimate.ts';
import {
  type Because,
  type Empathy,
  type EmpathyDecision,
  type EmpathyEvent,
  newEmpathy,
  notice,
} from '../../shared/empathy/policy.ts';
import { isNearRepeat } from '../../shared/empathy/repeats.ts';
import type { EmpathySettings } from '../../shared/empathy/settings.ts';
import type { DifficultyKind } from '../../shared/empathy/signals.ts';
import { senseOf } from '../../shared/empathy/words.ts';
import { readCardCode } from '../../shared/identity/card.ts';
import { millis } from '../../shared/units.ts';
import type { Greeting } from './greet.ts';

/** Typing is over when nothing changed for this long; only then did a search succeed or fail. */
const SETTLE = millis(1_500);
/** Attempts told to an employee: the last ones. */
const MOST_ATTEMPTS = 8;

/** Whether this was asked before, and remembers it. Other words that lead somewhere are progress, not a repetition. */
function again(asked: Set<string>, key: string, led: boolean): boolean {
  const repeated = asked.has(key) || (!led && [...asked].some((other) => isNearRepeat(other, key)));
  asked.add(key);
  return repeated;
}

/**
 * What the kiosk remembers of the visit going on: attempts, evidence, the offer. In memory only; dropping the object
 * is the wipe at the end of a visit.
 */
export class Session {
  readonly #clock: Clock;
  readonly #settings: () => EmpathySettings;
  readonly #onDecision: (decision: EmpathyDecision) => void;
  readonly #searches = new Set<string>();
  readonly #questions = new Set<string>();
  readonly #scans = new Set<string>();
  /** The last question was answered, and nobody has said that it was not their answer. */
  #answered = false;
  #empathy: Empathy = newEmpathy;
  #attempts: Attempt[] = [];
  #typing: { query: string; found: boolean; cancel: () => void } | null = null;
  /** The offer shown, until it is declined or nothing may be sold. */
  greeting: Greeting | null = null;
  /** The question asked last, and what it may have meant. */
  question: { readonly text: string; readonly candidates: readonly Candidate[] } | null = null;
  /** Product category looked at last: who knows it best is told of a call first. */
  topic: string | null = null;
  /** A person is being proposed. */
  proposal: { readonly because: readonly Because[]; readonly reason: CallReason } | null = null;

  /** The command that wrote a matter down in this visit, and what it was answered: the code is kept nowhere else. */
  written: { readonly commandId: string; readonly receipt: MatterReceipt } | null = null;

  /** The camera's consent of this visit was given to a text that speaks of touch, too. */
  touchCovered = false;

  /** @param settings how the estimate is made at this moment: the manager may change it in the middle of a visit */
  constructor(clock: Clock, settings: () => EmpathySettings, onDecision: (decision: EmpathyDecision) => void) {
    this.#clock = clock;
    this.#settings = settings;
    this.#onDecision = onDecision;
  }

  /** The screens should be simpler. */
  get watching(): boolean {
    return this.#empathy.watching;
  }

  /** What the shopper tried, oldest first. */
  attempts(): readonly Attempt[] {
    this.#settle();
    return this.#attempts;
  }

  attempted(kind: Attempt['kind'], text: string | null): void {
    // A card that was scanned into a field opens its owner's account: nobody reads it off a call.
    const told = text === null || readCardCode(text) === null ? text : null;
    this.#attempts = [...this.#attempts, { kind, text: told }].slice(-MOST_ATTEMPTS);
  }

  /** A type-ahead search: while the shopper is still typing the same words, nothing has succeeded or failed yet. */
  searched(query: string, found: boolean): void {
    const typing = this.#typing;
    if (typing !== null && !query.startsWith(typing.query) && !typing.query.startsWith(query)) this.#settle();
    this.#typing?.cancel();
    this.#typing = query.trim() === '' ? null : { query, found, cancel: this.#clock.after(SETTLE, () => this.#settle()) };
  }

  /** @param answered null while it is being asked back what was meant: nothing has succeeded or failed yet */
  asked(question: string, answered: boolean | null): void {
    this.#settle();
    this.#welcome();
    this.attempted(answered ? 'question-answered' : 'question-unanswered', question);
    const sense = senseOf(question);
    if (sense !== null) this.notice({ kind: 'words', sense });
    const key = queryKey(question);
    // The answer to the same question did not help the first time.
    if (again(this.#questions, key, answered === true)) this.notice({ kind: 'signal', signal: 'question-repeated' });
    this.#answered = answered === true;
    if (answered === false) this.notice({ kind: 'signal', signal: 'question-unanswered' });
  }

  /** What had been meant was among the questions shown. */
  chosen(): void {
    this.attempted('question-answered', this.question?.text ?? null);
    this.#answered = true;
  }

  /** The answer was the answer: said so, or taken for it because something else was asked. */
  helped(): void {
    this.#welcome();
  }

  /** The answer was not the answer, or none of the questions shown was meant. */
  notHelped(): void {
    this.#answered = false;
    this.attempted('question-unanswered', this.question?.text ?? null);
    this.notice({ kind: 'signal', signal: 'question-unanswered' });
  }

  /** Words that were written down for the team: that it is a complaint is nothing new, but who is in danger or asks for somebody is heard. */
  wrote(words: string): void {
    const sense = senseOf(words);
    if (sense !== null && sense !== 'complaint') this.notice({ kind: 'words', sense });
  }

  /** A code was held before the scanner. @param code null when it was not read right */
  scanned(code: string | null, known: boolean): void {
    this.#settle();
    if (known) {
      this.notice({ kind: 'success' });
      return;
    }
    if (code !== null) this.attempted('search-empty', code);
    if (this.#scans.has(code ?? '')) this.notice({ kind: 'signal', signal: 'scan-repeated' });
    else if (code !== null) this.notice({ kind: 'signal', signal: 'search-empty' });
    this.#scans.add(code ?? '');
  }

  notice(event: EmpathyEvent): void {
    const { state, decision } = notice(this.#empathy, event, this.#clock.mono(), this.#settings());
    const changes = state.watching !== this.#empathy.watching;
    this.#empathy = state;
    if (changes || decision.action === 'propose' || decision.action === 'call') this.#onDecision(decision);
  }

  /** "I'm fine." */
  decline(): void {
    this.proposal = null;
    this.notice({ kind: 'declined' });
  }

  /** What outcomes and words say now. Face and touch are left out: nothing made of them outlives the moment. */
  difficulty(): { readonly estimate: number; readonly kinds: readonly DifficultyKind[] } {
    const now = this.#clock.mono();
    const { difficulty, parts } = weigh(this.#empathy.signals, null, now, this.#settings());
    return { estimate: estimateOf(difficulty), kinds: parts.map(({ kind }) => kind as DifficultyKind) };
  }

  /** Forgets everything at once. */
  end(): void {
    this.#typing?.cancel();
    this.#typing = null;
    this.#attempts = [];
    this.written = null;
    this.#searches.clear();
    this.#questions.clear();
    this.#scans.clear();
    this.touchCovered = false;
    this.#empathy = newEmpathy;
    this.topic = null;
    this.question = null;
    this.#answered = false;
    this.greeting = null;
    this.proposal = null;
  }

  #welcome(): void {
    if (!this.#answered) return;
    this.#answered = false;
    this.notice({ kind: 'success' });
  }

  #settle(): void {
    const typing = this.#typing;
    if (typing === null) return;
    typing.cancel();
    this.#typing = null;
    this.attempted(typing.found ? 'search-found' : 'search-empty', typing.query);
    const sense = senseOf(typing.query);
    if (sense !== null) this.notice({ kind: 'words', sense });
    if (again(this.#searches, queryKey(typing.query), typing.found)) this.notice({ kind: 'signal', signal: 'search-repeated' });
    this.notice(typing.found ? { kind: 'success' } : { kind: 'signal', signal: 'search-empty' });
  }
}
