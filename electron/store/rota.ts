import * as v from 'valibot';
import { EmployeeRota, EpochMsValue, Id } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { Json, query } from './query.ts';

const { skills, languages, zones, shifts } = EmployeeRota.entries;

const Row = v.pipe(
  v.strictObject({
    employee_id: Id,
    skills: Json(skills),
    languages: Json(languages),
    zones: Json(zones),
    shifts: Json(shifts),
    changed_by: v.string(),
    changed_at: EpochMsValue,
  }),
  v.transform((r) => ({
    value: { id: r.employee_id, skills: r.skills, languages: r.languages, zones: r.zones, shifts: r.shifts } as EmployeeRota,
    changed: { by: r.changed_by, at: r.changed_at },
  })),
);
const Break = v.pipe(
  v.strictObject({ employee_id: Id, until: EpochMsValue }),
  v.transform((r) => ({ employeeId: r.employee_id, until: r.until })),
);

/** Who knows what, speaks what, is where and when; and who is on a break. */
export interface RotaStore {
  list(): v.InferOutput<typeof Row>[];
  save(rota: EmployeeRota, by: string, at: EpochMs): void;
  breaks(): v.InferOutput<typeof Break>[];
  setBreak(employeeId: string, until: EpochMs | null): void;
}

export function rotaStore(db: Database): RotaStore {
  const all = query(db, Row, 'SELECT * FROM employee_profile');
  const put = db.prepare('INSERT OR REPLACE INTO employee_profile VALUES (?, ?, ?, ?, ?, ?, ?)');
  const breaks = query(db, Break, 'SELECT * FROM duty_break');
  const putBreak = db.prepare('INSERT OR REPLACE INTO duty_break VALUES (?, ?)');
  const dropBreak = db.prepare('DELETE FROM duty_break WHERE employee_id = ?');
  return {
    list: () => all.all(),
    save: (r, by, at) => {
      const lists = [r.skills, r.languages, r.zones, r.shifts].map((list) => JSON.stringify(list));
      put.run(r.id, ...lists, by, at);
    },
    breaks: () => breaks.all(),
    setBreak: (id, until) => void (until === null ? dropBreak.run(id) : putBreak.run(id, until)),
  };
}
