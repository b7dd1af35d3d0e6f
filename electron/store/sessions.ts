import * as v from 'valibot';
import { EpochMsValue } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { Flag, query } from './query.ts';

/** Who a session token stands for. Only the token's hash is stored. */
export interface Session {
  readonly role: 'employee' | 'manager';
  readonly employeeId: string | null;
  /** The device it was opened on; null for a manager's. */
  readonly deviceId: string | null;
}

/** A stored session with what decides whether it still holds. */
export interface OpenSession extends Session {
  readonly expiresAt: EpochMs;
  /** False for a manager's, and while its employee is off duty. */
  readonly onDuty: boolean;
}

const Row = v.pipe(
  v.strictObject({
    role: v.picklist(['employee', 'manager']),
    employee_id: v.nullable(v.string()),
    device_id: v.nullable(v.string()),
    expires_at: EpochMsValue,
    on_duty: Flag,
  }),
  v.transform(
    (r): OpenSession => ({
      role: r.role,
      employeeId: r.employee_id,
      deviceId: r.device_id,
      expiresAt: r.expires_at,
      onDuty: r.on_duty,
    }),
  ),
);

const SELECT = `SELECT s.role, s.employee_id, s.device_id, s.expires_at, coalesce(e.on_duty, 0) AS on_duty
  FROM session s LEFT JOIN employee e ON e.id = s.employee_id`;

export interface SessionStore {
  open(tokenHash: string, session: Session, expires: EpochMs): void;
  find(tokenHash: string): OpenSession | undefined;
  ofEmployees(): OpenSession[];
  close(tokenHash: string): void;
  /** Ends every session of an employee, at once. */
  revoke(employeeId: string): void;
  revokeDevice(deviceId: string): void;
  /** Ends the manager's sessions, but for the one named. */
  revokeManager(exceptTokenHash: string | null): void;
  sweep(now: EpochMs): void;
}

export function sessionStore(db: Database): SessionStore {
  const find = query(db, Row, `${SELECT} WHERE s.token_hash = ?`);
  const employees = query(db, Row, `${SELECT} WHERE s.role = 'employee'`);
  const put = db.prepare('INSERT INTO session (token_hash, role, employee_id, device_id, expires_at) VALUES (?, ?, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM session WHERE token_hash = ?');
  const revoke = db.prepare('DELETE FROM session WHERE employee_id = ?');
  const revokeDevice = db.prepare('DELETE FROM session WHERE device_id = ?');
  const revokeManager = db.prepare("DELETE FROM session WHERE role = 'manager' AND token_hash IS NOT ?");
  const sweep = db.prepare('DELETE FROM session WHERE expires_at <= ?');
  return {
    open: (hash, session, expires) => void put.run(hash, session.role, session.employeeId, session.deviceId, expires),
    find: (hash) => find.get(hash),
    ofEmployees: () => employees.all(),
    close: (hash) => void drop.run(hash),
    revoke: (id) => void revoke.run(id),
    revokeDevice: (id) => void revokeDevice.run(id),
    revokeManager: (except) => void revokeManager.run(except),
    sweep: (now) => void sweep.run(now),
  };
}
