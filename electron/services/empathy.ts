import { type Call, type CallEffect, isOpen } from '../../shared/assistance/call.ts';
import type { Output } from '../../shared/contract/index.ts';
import { defaultEmpathySettings, type EmpathySettings } from '../../shared/empathy/settings.ts';
import type { DifficultyKind } from '../../shared/empathy/signals.ts';
import { CallerError } from '../../shared/errors.ts';
import type { Context } from './context.ts';

/** Name under which the manager's own changes are listed. */
const MANAGER = 'manager';
/** Samples are kept for this many whole months after their own: long enough to learn from, and no longer. */
const MONTHS = 12;

const standard = { version: 0, settings: defaultEmpathySettings, changed: null };

interface Raised {
  readonly settingsVersion: number;
  readonly estimate: number;
  readonly kinds: readonly DifficultyKind[];
}

const sameScale = (a: EmpathySettings, b: EmpathySettings): boolean => JSON.stringify(a.evidence) === JSON.stringify(b.evidence);

/** How the estimate is made, and what employees' answers say about it. */
export class EmpathyService {
  readonly #context: Context;
  readonly #today: () => string;
  /** What open calls were raised with; in memory only, so that a restart loses samples rather than keeping a link to a call. */
  readonly #raised = new Map<string, Raised>();
  #current: EmpathySettings | null = null;

  /** @param today the store's day, `YYYY-MM-DD` */
  constructor(context: Context, today: () => string) {
    this.#context = context;
    this.#today = today;
  }

  /** The settings in force. Asked at every signal, so they are read from disk once. */
  settings(): EmpathySettings {
    this.#current ??= this.#context.store.empathy.latest()?.settings ?? defaultEmpathySettings;
    return this.#current;
  }

  /** Remembers what was known when a call was raised, until it closes. A further reason for the same call changes nothing. */
  raised(callId: string, { estimate, kinds }: { readonly estimate: number; readonly kinds: readonly DifficultyKind[] }): void {
    if (this.#raised.has(callId)) return;
    const settingsVersion = this.#context.store.empathy.latest()?.version ?? 0;
    this.#raised.set(callId, { settingsVersion, estimate: Math.round(estimate * 100) / 100, kinds: kinds.toSorted() });
  }

  /** When an employee has said whether help was needed, the sample is kept without the call. */
  onCallEffect(call: Call, effect: CallEffect): void {
    if (effect.kind !== 'closed' || isOpen(call)) return;
    const raised = this.#raised.get(call.id);
    this.#raised.delete(call.id);
    if (raised === undefined || call.helpNeeded === null) return;
    const { empathy } = this.#context.store;
    const today = this.#today();
    empathy.keep({ ...raised, kinds: [...raised.kinds], needed: call.helpNeeded }, today.slice(0, 7));
    empathy.forgetBefore(monthsBefore(today));
  }

  overview(): Output<'manager/empathy'> {
    const { store } = this.#context;
    const history = store.empathy.history();
    const current = history[0] ?? standard;
    // Estimates made with other weights are other numbers; levels only say what follows from them.
    const comparable = new Set(
      [...history, standard].filter(({ settings }) => sameScale(settings, current.settings)).map(({ version }) => version),
    );
    const samples = store.empathy
      .samples()
      .filter(({ settingsVersion }) => comparable.has(settingsVersion))
      .map(({ estimate, needed }) => ({ estimate, needed }));
    return { current, standard, history, samples };
  }

  /**
   * Adds a version; it counts at once, also in a visit that is going on.
   * @throws CallerError `changed-meanwhile`
   */
  save(settings: EmpathySettings, from: number): void {
    const { store, clock } = this.#context;
    if ((store.empathy.latest()?.version ?? 0) !== from)
      throw new CallerError('changed-meanwhile', 'somebody has saved another version since', 409);
    store.empathy.add(settings, MANAGER, clock.wall());
    this.#current = settings;
    this.#context.changed('kiosk', 'manager');
  }
}

/** The first month that is kept, `YYYY-MM`. */
function monthsBefore(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const count = year * 12 + (month - 1) - MONTHS;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
