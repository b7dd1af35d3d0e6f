import * as v from 'valibot';
import { type Call, callRefusals } from '../../shared/assistance/call.ts';
import {
  Attempt,
  CallLevel,
  CallOutcome,
  CallReason,
  CallState,
  EpochMsValue,
  EscalationPolicy,
  Id,
  Language,
} from '../../shared/contract/index.ts';
import type { EpochMs, Millis, MonoMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { Flag, Json, query } from './query.ts';

const number = v.pipe(v.number(), v.finite());
const mono = v.pipe(
  number,
  v.transform((n) => n as MonoMs),
);
const duration = v.nullable(
  v.pipe(
    number,
    v.transform((n) => n as Millis),
  ),
);
const Owner = v.strictObject({ id: Id, name: v.string() });
/** Only the form: a call keeps a policy that later versions of the rules would no longer allow. */
const Policy = v.strictObject({ ...EscalationPolicy.entries, version: number });

/** A call's whole state as stored. */
const StoredCall = v.strictObject({
  id: Id,
  kioskId: Id,
  visitId: Id,
  language: Language,
  zoneId: v.nullable(Id),
  topic: v.nullable(Id),
  policy: Policy,
  reasons: v.array(CallReason),
  state: CallState,
  epoch: number,
  level: CallLevel,
  firstLevel: CallLevel,
  owner: v.nullable(Owner),
  raisedAt: EpochMsValue,
  raised: mono,
  since: mono,
  rung: mono,
  paged: v.boolean(),
  sign: mono,
  asking: v.nullable(mono),
  claimed: v.nullable(mono),
  handOver: v.nullable(v.strictObject({ to: Owner, since: mono })),
  arrived: v.nullable(mono),
  overdue: v.nullable(mono),
  times: v.strictObject({ toReceipt: duration, toSeen: duration, toClaim: duration, toArrival: duration, toClose: duration }),
  wentUnanswered: v.boolean(),
  outcome: v.nullable(CallOutcome),
  expired: v.nullable(v.picklist(['nobody-there', 'not-noted'])),
  helpNeeded: v.nullable(v.boolean()),
  answers: v.array(
    v.strictObject({
      key: v.string(),
      answer: v.strictObject({
        refusal: v.nullable(v.picklist(callRefusals)),
        owner: v.nullable(v.string()),
        epoch: number,
      }),
    }),
  ),
  changed: v.strictObject({ mono, wall: EpochMsValue }),
});

/** A call with what the shopper tried before it. */
export interface CallRecord {
  readonly call: Call;
  readonly tried: readonly Attempt[];
  /** The customer whose name may be told to employees, or null. */
  readonly customerId: string | null;
}

const Tried = v.strictObject({ attempts: v.array(Attempt), customerId: v.nullable(Id) });

const Row = v.pipe(
  v.strictObject({ state: Json(StoredCall), tried: Json(Tried), open: Flag }),
  v.transform((r): CallRecord => ({ call: r.state, tried: r.tried.attempts, customerId: r.tried.customerId })),
);

export interface CallStore {
  open(): CallRecord[];
  get(id: string): CallRecord | undefined;
  /** Writes the call durably; returns only when it is on disk. A closed call keeps nothing the shopper tried. */
  save(record: CallRecord, open: boolean): void;
  between(from: EpochMs, to: EpochMs): Call[];
}

export function callStore(db: Database): CallStore {
  const open = query(db, Row, 'SELECT state, tried, open FROM call WHERE open = 1 ORDER BY raised_at');
  const one = query(db, Row, 'SELECT state, tried, open FROM call WHERE id = ?');
  const between = query(
    db,
    Row,
    'SELECT state, tried, open FROM call WHERE raised_at >= ? AND raised_at < ? ORDER BY raised_at DESC',
  );
  const put = db.prepare(
    `INSERT INTO call VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET open = excluded.open, state = excluded.state, tried = excluded.tried`,
  );
  return {
    open: () => open.all(),
    get: (id) => one.get(id),
    save: ({ call, tried, customerId }, isOpen) => {
      const kept: v.InferOutput<typeof Tried> = isOpen
        ? { attempts: [...tried], customerId }
        : { attempts: [], customerId: null };
      put.run(call.id, call.kioskId, call.visitId, isOpen ? 1 : 0, call.raisedAt, JSON.stringify(call), JSON.stringify(kept));
    },
    between: (from, to) => between.all(from, to).map((r) => r.call),
  };
}
