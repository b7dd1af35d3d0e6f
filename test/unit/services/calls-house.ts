import { CallService } from '../../../electron/services/calls.ts';
import { openDatabase } from '../../../electron/store/database.ts';
import { openStore } from '../../../electron/store/index.ts';
import type { CallEffect } from '../../../shared/assistance/call.ts';
import { epochMs } from '../../../shared/units.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

/** A call service on a real database whose disk can be made full. */
export function house() {
  const db = openDatabase(':memory:');
  const clock = new VirtualClock();
  const warnings: string[] = [];
  let n = 0;
  const context = {
    clock,
    store: openStore(db),
    kioskId: 'k1',
    newId: () => {
      n += 1;
      return `call-${n}`;
    },
    changed: () => {},
    log: { info: () => {}, warn: (_context: object, message: string) => void warnings.push(message) },
  };
  const told: string[] = [];
  const effects: CallEffect[] = [];
  const calls = new CallService(context);
  calls.subscribe((_call, effect) => {
    told.push(effect.kind);
    effects.push(effect);
  });
  /** SQLite answers SQLITE_FULL beyond this many pages, as it does when the file system has no block left. */
  const fill = () => db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
  const free = () => db.pragma('max_page_count = 1000000');
  const raise = (commandId: string, visitId = 'v1') =>
    calls.raise({ visitId, reason: 'asked', language: 'fr', commandId, zoneId: null, topic: null }, [], null, null);
  /** An employee, on duty or not, who has never been given a rota. */
  const hire = (id: string, { onDuty = true, manager = false } = {}) => {
    context.store.employees.save({ id, code: id, name: id, manager, active: true, pinHash: '' }, 'test', epochMs(0));
    context.store.employees.setDuty(id, onDuty);
  };
  return { sql: (text: string) => void db.exec(text), hire, effects, calls, clock, fill, free, raise, told, warnings, context };
}
