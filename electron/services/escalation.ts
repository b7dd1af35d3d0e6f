import { defaultCallPolicy } from '../../shared/assistance/policy.ts';
import type { EmployeeRota, EscalationPolicy, Output, Skill } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import type { Context } from './context.ts';
import { listCategories } from './serve.ts';

/** Name under which the manager's own changes are listed. */
const MANAGER = 'manager';

const { version: _, ...standardPolicy } = defaultCallPolicy;
const standard = { version: 0, policy: standardPolicy, changed: null };

/** How calls climb, and who knows what: what the manager decides about calling. */
export class Escalation {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  overview(): Output<'manager/escalation'> {
    const history = this.#context.store.escalation.history();
    return { current: history[0] ?? standard, standard, history };
  }

  /**
   * Adds a version. Calls that are open keep theirs.
   * @throws CallerError `changed-meanwhile`
   */
  save(policy: EscalationPolicy, from: number): void {
    const { store, clock } = this.#context;
    if ((store.escalation.latest()?.version ?? 0) !== from)
      throw new CallerError('changed-meanwhile', 'somebody has saved another version since', 409);
    store.escalation.add(policy, MANAGER, clock.wall());
    this.#context.changed('manager');
  }

  rota(): Output<'manager/rota'> {
    const { store } = this.#context;
    const known = new Map(store.rota.list().map((listed) => [listed.value.id, listed] as const));
    return {
      skills: store.settings.read('skills') ?? [],
      zones: store.zones.list().map(({ value: { id, name } }) => ({ id, name })),
      categories: listCategories(store),
      items: store.employees
        .list()
        .filter((employee) => employee.active)
        .map(({ id, name }) => ({
          name,
          value: known.get(id)?.value ?? { id, skills: [], languages: [], zones: [], shifts: [] },
          changed: known.get(id)?.changed ?? null,
        })),
    };
  }

  /** @throws CallerError `no-such-employee` */
  saveRota(rota: EmployeeRota): void {
    const { store, clock } = this.#context;
    if (store.employees.get(rota.id) === undefined) throw new CallerError('no-such-employee', 'there is no such employee', 404);
    store.rota.save(rota, MANAGER, clock.wall());
    this.#context.changed('manager', 'staff');
  }

  saveSkills(skills: readonly Skill[]): void {
    const { store, clock } = this.#context;
    const ids = new Set(skills.map((skill) => skill.id));
    store.transaction(() => {
      store.settings.write('skills', [...skills], MANAGER, clock.wall());
      for (const { value, changed } of store.rota.list()) {
        const kept = value.skills.filter((id) => ids.has(id));
        if (kept.length < value.skills.length) store.rota.save({ ...value, skills: kept }, changed.by, changed.at);
      }
    });
    this.#context.changed('manager', 'staff');
  }
}
