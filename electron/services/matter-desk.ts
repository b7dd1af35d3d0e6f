import type { DeskMatter, MatterCount, MatterReply, MatterSettings, Output } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import { minutes } from '../../shared/units.ts';
import { isWaiting, reply } from '../../shared/voice/matter.ts';
import type { Matter } from '../store/matters.ts';
import type { Context } from './context.ts';
import { matterSettings } from './matter-owner.ts';
import type { StoreHours } from './store-hours.ts';
import { monthsBefore } from './store-time.ts';

const MANAGER = 'manager';
const SWEEP_EVERY = minutes(60);

/** Complaints and ideas as the team works on them, and their erasure when their time is over. */
export class MatterDesk {
  readonly #context: Context;
  readonly #hours: StoreHours;
  #cancel: (() => void) | null = null;

  constructor(context: Context, hours: StoreHours) {
    this.#context = context;
    this.#hours = hours;
  }

  start(): void {
    this.#cancel ??= this.#context.clock.every(SWEEP_EVERY, () => this.sweep());
    this.sweep();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  overview(): Output<'manager/matters'> {
    const { store } = this.#context;
    return {
      items: store.matters.list().map((matter) => this.#desk(matter)),
      employees: store.employees.list().flatMap(({ id, name, active }) => (active ? [{ id, name }] : [])),
      settings: matterSettings(store),
      changed: store.settings.changed('matters'),
    };
  }

  /** What waits for an employee. */
  of(employeeId: string): DeskMatter[] {
    return this.#context.store.matters
      .list()
      .filter((matter) => matter.ownerId === employeeId && isWaiting(matter))
      .map((matter) => this.#desk(matter));
  }

  /** @param employeeId null: everybody's */
  count(employeeId: string | null): MatterCount {
    const today = this.#hours.date();
    const waiting = this.#context.store.matters.waiting().filter(({ ownerId }) => employeeId === null || ownerId === employeeId);
    return { waiting: waiting.length, overdue: waiting.filter(({ dueOn }) => dueOn < today).length };
  }

  /**
   * The team answers, or says that it is at it.
   * @param by the employee who does; null: the manager
   * @throws CallerError `no-such-matter`, `not-yours`, `changed-meanwhile`, or why the step is not taken
   */
  reply({ id, move, answer, from }: MatterReply, by: string | null): void {
    const { store } = this.#context;
    store.transaction(() => {
      const matter = this.#get(id);
      if (by !== null && matter.ownerId !== by) throw new CallerError('not-yours', 'somebody else answers this one', 403);
      if (matter.revision !== from)
        throw new CallerError('changed-meanwhile', 'somebody has changed it since, perhaps the shopper', 409);
      const next = reply(matter, move, answer === '' ? null : answer);
      if (typeof next === 'string')
        throw new CallerError(next, 'this step cannot be taken', next === 'answer-needed' ? 422 : 409);
      store.matters.save({ ...matter, ...next, endedOn: isWaiting(next) ? null : this.#hours.date() });
    });
    this.#changed();
  }

  /** @throws CallerError `no-such-matter`, `no-such-employee` */
  assign(id: string, owner: string | null): void {
    const { store } = this.#context;
    if (owner !== null && !store.employees.get(owner)?.active)
      throw new CallerError('no-such-employee', 'there is no such employee', 404);
    store.matters.save({ ...this.#get(id), ownerId: owner });
    this.#changed();
  }

  /** @throws CallerError `no-such-matter` */
  erase(id: string): void {
    const { store } = this.#context;
    if (!store.matters.erase(this.#get(id).id)) return;
    store.scrub();
    this.#changed();
  }

  save(settings: MatterSettings): void {
    const { store, clock } = this.#context;
    store.settings.write('matters', settings, MANAGER, clock.wall());
    this.sweep();
    this.#changed();
  }

  /** Erases what ended long enough ago. */
  sweep(): void {
    const { store, log } = this.#context;
    const erased = store.matters.eraseEndedBy(monthsBefore(this.#hours.date(), matterSettings(store).keptMonths));
    if (erased === 0) return;
    store.scrub();
    log.info({ erased }, 'complaints and ideas were erased: their time was over');
    this.#changed();
  }

  #get(id: string): Matter {
    const matter = this.#context.store.matters.get(id);
    if (matter === undefined) throw new CallerError('no-such-matter', 'there is no such complaint or idea', 404);
    return matter;
  }

  #desk(matter: Matter): DeskMatter {
    const owner = matter.ownerId === null ? undefined : this.#context.store.employees.get(matter.ownerId);
    const { id, reference, kind, state, outcome, reopened, receivedOn, dueOn, language, words, answer, revision } = matter;
    return {
      ...{ id, reference, kind, state, outcome, reopened, receivedOn, dueOn, language, words, answer, revision },
      owner: owner?.active ? { id: owner.id, name: owner.name } : null,
      overdue: isWaiting(matter) && dueOn < this.#hours.date(),
    };
  }

  #changed(): void {
    this.#context.changed('staff', 'manager');
  }
}
