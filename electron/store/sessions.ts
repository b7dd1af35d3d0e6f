import * as v from 'valibot';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

/** Who a session token stands for. Only the token's hash is stored. */
export interface Session {
  readonly role: 'employee' | 'manager';
  readonly employeeId: string | null;
}

const Row = v.pipe(
  v.strictObject({ role: v.picklist(['employee', 'manager']), employee_id: v.nullable(v.string()) }),
  v.transform((r): Session => ({ role: r.role, employeeId: r.employee_id })),
);

export interface SessionStore {
  open(tokenHash: string, session: Session, expires: EpochMs): void;
  find(tokenHash: string, now: EpochMs): Session | undefined;
  close(tokenHash: string): void;
  /** Ends every session of an employee, at once. */
  revoke(employeeId: string): void;
  sweep(now: EpochMs): void;
}

export function sessionStore(db: Database): SessionStore {
  const find = query(db, Row, 'SELECT role, employee_id FROM session WHERE token_hash = ? AND expires_at > ?');
  const put = db.prepare('INSERT INTO session VALUES (?, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM session WHERE token_hash = ?');
  const revoke = db.prepare('DELETE FROM session WHERE employee_id = ?');
  const sweep = db.prepare('DELETE FROM session WHERE expires_at <= ?');
  return {
    open: (hash, session, expires) => void put.run(hash, session.role, session.employeeId, expires),
    find: (hash, now) => find.get(hash, now),
    close: (hash) => void drop.run(hash),
    revoke: (id) => void revoke.run(id),
    sweep: (now) => void sweep.run(now),
  };
}
