import { shiftAt } from '../../shared/assistance/shift.ts';
import type { MatterSettings } from '../../shared/contract/index.ts';
import type { Employee } from '../store/employees.ts';
import type { Store } from '../store/index.ts';
import type { LocalMoment } from './store-time.ts';

/** What is promised before the manager has decided anything. */
const newMatterSettings: MatterSettings = { dueDays: 5, keptMonths: 12, owner: null };

export const matterSettings = (store: Store): MatterSettings => store.settings.read('matters') ?? newMatterSettings;

/** A manager whom the rota expects at this moment, or else any; null in a store whose employees are no managers. */
export function managerInCharge(store: Store, now: LocalMoment): Employee | null {
  const managers = store.employees.list().filter((employee) => employee.active && employee.manager);
  const shifts = new Map(store.rota.list().map(({ value }) => [value.id, value.shifts] as const));
  return managers.find(({ id }) => shiftAt(shifts.get(id) ?? [], now) !== null) ?? managers[0] ?? null;
}

/** Who answers what was written down just now: the manager's choice, or else who is in charge. */
export function ownerOfNew(store: Store, now: LocalMoment): Employee | null {
  const { owner } = matterSettings(store);
  const chosen = owner === null ? undefined : store.employees.get(owner);
  return chosen?.active ? chosen : managerInCharge(store, now);
}
