import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import * as v from 'valibot';
import type { AuditRecord } from '../shared/audit/record.ts';
import { emptyLedger, type Tail, type Verification, verifyChain } from '../shared/consent/chain.ts';
import { AUDIT_CHUNK, AuditHead } from '../shared/contract/index.ts';
import { InternalError, OperatorError } from '../shared/errors.ts';
import { headText, readAuditHead } from './audit-head.ts';
import { readPepper, Secrets } from './services/secrets.ts';
import { type AuditStore, auditStore } from './store/audit.ts';
import { sha256 } from './store/consents.ts';
import { inspect } from './store/database.ts';

/**
 * What is wrong with an audit log: `changed`, `missing` and `relinked` are the chain's own; `unreadable` is no record at all; `cut` lacks
 * what was noted outside; `rewritten` is whole, but another log than the one that was noted; `forged` bears a signature that is not ours.
 */
export type AuditProblem = Extract<Verification, { ok: false }>['problem'] | 'unreadable' | 'cut' | 'rewritten' | 'forged';

export type AuditVerdict =
  | { readonly ok: true; readonly from: number; readonly to: number }
  | { readonly ok: false; readonly badSeq: number; readonly problem: AuditProblem; readonly what: string };

/** Checks that chunk after chunk follows on; never the whole log in memory. */
function follow(store: AuditStore, start: Tail): Verification | { ok: false; badSeq: number; problem: 'unreadable' } {
  let tail = start;
  for (;;) {
    let chunk: AuditRecord[];
    try {
      chunk = store.after(tail.seq, AUDIT_CHUNK);
    } catch (error) {
      if (error instanceof InternalError || error instanceof SyntaxError)
        return { ok: false, badSeq: firstUnreadable(store, tail.seq), problem: 'unreadable' };
      throw error;
    }
    if (chunk.length === 0) return { ok: true, tail };
    const verdict = verifyChain(chunk, sha256, tail);
    if (!verdict.ok) return verdict;
    tail = verdict.tail;
  }
}

function firstUnreadable(store: AuditStore, after: number): number {
  let seq = after;
  for (;;) {
    try {
      const [record] = store.after(seq, 1);
      if (record === undefined) return seq + 1;
      seq += 1;
    } catch {
      return seq + 1;
    }
  }
}

/** The signed end that an export closes with. */
function exportedHead(path: string): AuditHead {
  try {
    const last = readFileSync(path, 'utf8').trimEnd().split('\n').at(-1) ?? '';
    return v.parse(v.strictObject({ head: AuditHead }), JSON.parse(last)).head;
  } catch (cause) {
    throw new OperatorError('export-unreadable', `${path} is not a whole NDJSON export of the audit log.`, { path }, cause);
  }
}

/**
 * Checks a data folder's audit log, also that of a running station: every record, its beginning, and its end against what was noted in
 * `audit.head` and, if given, in an earlier export.
 * @throws OperatorError when there is nothing to check
 */
export function verifyAudit(folder: string, exported?: string): AuditVerdict {
  const path = join(folder, 'store.db');
  if (!existsSync(path) || !existsSync(join(folder, 'pepper')))
    throw new OperatorError('no-audit', `${folder} holds no store: there is no database and key to check.`, { folder });
  inspect(path);
  const secrets = new Secrets(readPepper(folder));
  const noted = readAuditHead(folder);
  const given = exported === undefined ? null : exportedHead(exported);
  const db = new Sqlite(path, { readonly: true });
  try {
    if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit'").get() === undefined)
      throw new OperatorError('no-audit', `${path} is from a version without an audit log; start its station once.`, { path });
    const store = auditStore(db);
    const ours = (head: AuditHead) => secrets.sealed('audit', headText(head), head.signature);
    const start = store.start();
    if (start !== null && !ours(start))
      return { ok: false, badSeq: start.seq, problem: 'forged', what: 'the note where the log begins' };
    const chain = follow(store, start ?? emptyLedger);
    if (!chain.ok) return { ...chain, what: 'the log' };
    const { tail } = chain;
    const from = (start?.seq ?? 0) + 1;
    if (noted === null && tail.seq > 0) return { ok: false, badSeq: tail.seq, problem: 'cut', what: 'audit.head is missing' };
    for (const [head, what] of [
      [noted, 'audit.head'],
      [given, 'the export'],
    ] as const) {
      if (head === null) continue;
      if (!ours(head)) return { ok: false, badSeq: head.seq, problem: 'forged', what };
      if (head.seq > tail.seq) return { ok: false, badSeq: tail.seq + 1, problem: 'cut', what };
      const known = head.seq < from ? (head.seq === start?.seq ? start : head) : store.after(head.seq - 1, 1)[0];
      if (known?.hash !== head.hash) return { ok: false, badSeq: head.seq, problem: 'rewritten', what };
    }
    return { ok: true, from, to: tail.seq };
  } finally {
    db.close();
  }
}
