import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { AuditHead } from '../shared/contract/index.ts';

const path = (folder: string) => join(folder, 'audit.head');

/** Text that is signed: where the log ends, and with what. */
export const headText = ({ seq, hash }: { readonly seq: number; readonly hash: string }): string => `${seq}:${hash}`;

/** Notes the end of the audit log beside the database, so that records cut off its end are missed. */
export function writeAuditHead(folder: string, head: AuditHead): void {
  const draft = `${path(folder)}.new`;
  writeFileSync(draft, `${JSON.stringify(head)}\n`, { mode: 0o600 });
  renameSync(draft, path(folder));
}

/** The noted end; null when there is none, or it cannot be read as one. */
export function readAuditHead(folder: string): AuditHead | null {
  try {
    const result = v.safeParse(AuditHead, JSON.parse(readFileSync(path(folder), 'utf8')));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
