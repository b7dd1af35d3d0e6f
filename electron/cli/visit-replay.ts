import { difficulty, frustration } from '../../shared/empathy/estimate.ts';
import { type Empathy, type EmpathyDecision, newEmpathy, notice } from '../../shared/empathy/policy.ts';
import { eventOf, type RecordedEvent } from '../../shared/empathy/recorded.ts';
import { type Verdict, type VisitCourse, verdictOf, verdicts } from '../../shared/empathy/verdict.ts';
import type { MonoMs } from '../../shared/units.ts';

/** A visit goes on until its `end` or until so many others are newer: memory stays flat however many a file holds. */
const mostOpen = 10_000;
/** So many are taken as over at once: finding the oldest of a map costs most when it is done one by one. */
const closedTogether = 1_000;

/** A decision of the real rules, as it is printed. Estimates are rounded to three places. */
export type Decided = { readonly t: MonoMs; readonly visit: string } & EmpathyDecision & {
    readonly difficulty: number;
    readonly frustration: number;
  };

interface Open {
  empathy: Empathy;
  at: MonoMs;
  /** `calm`, or a level above it; proposals and calls are moments, not levels. */
  level: EmpathyDecision['action'];
  course: VisitCourse;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** Plays recorded events through the rules of the kiosk, any number of visits at once, and counts how they went. */
export class VisitReplay {
  /** The one touched last stands last. */
  readonly #open = new Map<string, Open>();
  readonly #verdicts = new Map<Verdict | 'unlabelled', number>();
  readonly #actions = new Map<EmpathyDecision['action'], number>();
  #visits = 0;
  #pushedOut = 0;

  /** @returns the decision when it is a proposal or call, or another level than before; else null. `'backwards'`: earlier than the visit's last event. */
  take(recorded: RecordedEvent): Decided | null | 'backwards' {
    const { t, visit: id } = recorded;
    const visit = this.#open.get(id) ?? this.#begin(t);
    if (t < visit.at) return 'backwards';
    visit.at = t;
    this.#open.delete(id);
    this.#open.set(id, visit);
    if (recorded.kind === 'end') this.#close(id, visit);
    if (recorded.kind === 'truth') {
      visit.course = { ...visit.course, needed: recorded.needed, neededFrom: recorded.from ?? null };
    }
    if (recorded.kind === 'call-opened') visit.course = { ...visit.course, calledAt: visit.course.calledAt ?? t };
    const event = eventOf(recorded);
    if (event === null) return null;

    const { state, decision } = notice(visit.empathy, event, t);
    // The kiosk opens the call it decides on.
    visit.empathy = decision.action === 'call' ? notice(state, { kind: 'call-opened' }, t).state : state;
    const spoke = decision.action === 'propose' || decision.action === 'call';
    if (spoke) visit.course = { ...visit.course, offeredAt: visit.course.offeredAt ?? t };
    else if (decision.action === visit.level) return null;
    else visit.level = decision.action;
    this.#actions.set(decision.action, (this.#actions.get(decision.action) ?? 0) + 1);
    return {
      t,
      visit: id,
      ...decision,
      difficulty: rounded(difficulty(state.signals, t)),
      frustration: rounded(frustration(state.signals, state.face, t)),
    };
  }

  /** Ends every visit that is still open. */
  finish() {
    for (const [id, visit] of this.#open) this.#close(id, visit);
    return {
      visits: this.#visits,
      pushedOut: this.#pushedOut,
      decisions: Object.fromEntries(this.#actions),
      verdicts: Object.fromEntries(verdicts.map((verdict) => [verdict, this.#verdicts.get(verdict) ?? 0])),
      unlabelled: this.#verdicts.get('unlabelled') ?? 0,
    };
  }

  #begin(at: MonoMs): Open {
    if (this.#open.size >= mostOpen) {
      for (const [id, visit] of [...this.#open].slice(0, closedTogether)) this.#close(id, visit);
      this.#pushedOut += closedTogether;
    }
    this.#visits += 1;
    return {
      empathy: newEmpathy,
      at,
      level: 'calm',
      course: { needed: null, neededFrom: null, offeredAt: null, calledAt: null },
    };
  }

  #close(id: string, { course }: Open): void {
    this.#open.delete(id);
    const verdict = verdictOf(course) ?? 'unlabelled';
    this.#verdicts.set(verdict, (this.#verdicts.get(verdict) ?? 0) + 1);
  }
}
