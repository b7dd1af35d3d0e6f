import * as v from 'valibot';
import { EpochMsValue, Id } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { Flag, query } from './query.ts';

export interface Employee {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly manager: boolean;
  readonly active: boolean;
  readonly onDuty: boolean;
  readonly pinHash: string;
  readonly changedBy: string;
  readonly changedAt: EpochMs;
}

const Row = v.pipe(
  v.strictObject({
    id: Id,
    code: v.string(),
    name: v.string(),
    manager: Flag,
    active: Flag,
    on_duty: Flag,
    pin_hash: v.string(),
    changed_by: v.string(),
    changed_at: EpochMsValue,
  }),
  v.transform(
    (r): Employee => ({
      id: r.id,
      code: r.code,
      name: r.name,
      manager: r.manager,
      active: r.active,
      onDuty: r.on_duty,
      pinHash: r.pin_hash,
      changedBy: r.changed_by,
      changedAt: r.changed_at,
    }),
  ),
);

export interface EmployeeStore {
  list(): Employee[];
  get(id: string): Employee | undefined;
  byCode(code: string): Employee | undefined;
  save(employee: Omit<Employee, 'onDuty' | 'changedBy' | 'changedAt'>, by: string, at: EpochMs): void;
  setDuty(id: string, onDuty: boolean): void;
}

export function employeeStore(db: Database): EmployeeStore {
  const all = query(db, Row, 'SELECT * FROM employee ORDER BY name, id');
  const one = query(db, Row, 'SELECT * FROM employee WHERE id = ?');
  const byCode = query(db, Row, 'SELECT * FROM employee WHERE code = ?');
  const put = db.prepare(
    `INSERT INTO employee (id, code, name, manager, active, pin_hash, changed_by, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name, manager = excluded.manager, active = excluded.active,
     on_duty = on_duty AND excluded.active, pin_hash = excluded.pin_hash, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
  );
  const duty = db.prepare('UPDATE employee SET on_duty = ? WHERE id = ?');
  return {
    list: () => all.all(),
    get: (id) => one.get(id),
    byCode: (code) => byCode.get(code),
    save: (e, by, at) => void put.run(e.id, e.code, e.name, e.manager ? 1 : 0, e.active ? 1 : 0, e.pinHash, by, at),
    setDuty: (id, onDuty) => void duty.run(onDuty ? 1 : 0, id),
  };
}
