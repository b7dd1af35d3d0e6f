import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { AuditRecord } from '../shared/audit/record.ts';
import { verifyChain } from '../shared/consent/chain.ts';
import { AuditHead } from '../shared/contract/index.ts';
import { OperatorError } from '../shared/errors.ts';
import { type Verdict, verifyLog } from './log-verify.ts';
import { headText, readHead } from './noted-head.ts';
import { readPepper, Secrets } from './services/secrets.ts';
import { auditStore } from './store/audit.ts';
import { inspect } from './store/database.ts';
import { sha256 } from './store/hash.ts';
import { lookInto } from './store/read-only.ts';

interface Exported {
  readonly records: readonly AuditRecord[];
  /** The signed end that it closes with. */
  readonly head: AuditHead;
}

function readExport(path: string): Exported {
  try {
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    const { head } = v.parse(v.strictObject({ head: AuditHead }), JSON.parse(lines.pop() ?? ''));
    return { records: lines.map((line) => v.parse(AuditRecord, JSON.parse(line))), head };
  } catch (cause) {
    throw new OperatorError('export-unreadable', `${path} is not a whole NDJSON export of the audit log.`, { path }, cause);
  }
}

/**
 * Checks an export's own records: a year later nothing else holds them.
 * @param from the first record that the log still holds: every export made before now begins there, or earlier
 */
function verifyExport({ records, head }: Exported, from: number): Verdict | null {
  const what = 'the export';
  const [first] = records;
  if (first === undefined || first.seq > from) return { ok: false, badSeq: from, problem: 'missing', what };
  const own = verifyChain(records, sha256, { seq: first.seq - 1, hash: first.previous });
  if (!own.ok) return { ...own, what };
  const { seq, hash } = own.tail;
  if (seq < head.seq) return { ok: false, badSeq: seq + 1, problem: 'cut', what };
  return seq === head.seq && hash === head.hash ? null : { ok: false, badSeq: head.seq, problem: 'rewritten', what };
}

/**
 * Checks a data folder's audit log, also that of a running station: every record, its beginning, and its end against what was noted in
 * `audit.head` and, if given, in an earlier export, whose own records are checked too.
 * @throws OperatorError when there is nothing to check
 */
export function verifyAudit(folder: string, exported?: string): Verdict {
  const path = join(folder, 'store.db');
  if (!existsSync(path) || !existsSync(join(folder, 'pepper')))
    throw new OperatorError('no-audit', `${folder} holds no store: there is no database and key to check.`, { folder });
  inspect(path);
  const secrets = new Secrets(readPepper(folder));
  const kept = exported === undefined ? null : readExport(exported);
  const notes = [
    { head: readHead(folder, 'audit'), what: 'audit.head' },
    ...(kept === null ? [] : [{ head: kept.head, what: 'the export' }]),
  ];
  return lookInto(path, 'audit log', (db) => {
    if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit'").get() === undefined)
      throw new OperatorError('no-audit', `${path} is from a version without an audit log; start its station once.`, { path });
    const store = auditStore(db);
    const ours = (head: AuditHead) => secrets.sealed('audit', headText(head), head.signature);
    const verdict = verifyLog(store, { start: store.start(), notes, ours });
    return (verdict.ok && kept !== null ? verifyExport(kept, verdict.from) : null) ?? verdict;
  });
}
