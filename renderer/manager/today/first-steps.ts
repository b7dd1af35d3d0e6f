import type { Output } from '../../../shared/contract/index.ts';

/** The name the station gives a store that nobody has named. */
const UNNAMED = 'Prévenance';

/** What a new store still lacks. An offer is a choice, not a need. */
export interface FirstSteps {
  readonly named: boolean;
  readonly greets: boolean;
  readonly answers: boolean;
  readonly rings: boolean;
}

/** Reads from the settings what has been done: the store has its name, a zone greets, an employee may log in, and on a device. */
export const firstSteps = (
  store: Output<'manager/store'>,
  zones: Output<'manager/zones'>['items'],
  employees: Output<'manager/employees'>['items'],
  devices: Output<'manager/devices'>['items'],
): FirstSteps => ({
  named: store.name !== UNNAMED,
  greets: zones.some(({ value }) => value.purpose === 'greet'),
  answers: employees.some(({ value }) => value.active),
  rings: devices.length > 0,
});
