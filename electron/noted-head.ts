import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { AuditHead } from '../shared/contract/index.ts';

/** The chains whose ends are noted beside the database, so that records cut off the end are missed. */
export type ChainName = 'audit' | 'consent';

/** Where a chain ends, signed by the station. */
export type NotedHead = AuditHead;

const path = (folder: string, chain: ChainName) => join(folder, `${chain}.head`);

/** Text that is signed: where the chain ends, and with what. */
export const headText = ({ seq, hash }: { readonly seq: number; readonly hash: string }): string => `${seq}:${hash}`;

export function writeHead(folder: string, chain: ChainName, head: NotedHead): void {
  const draft = `${path(folder, chain)}.new`;
  writeFileSync(draft, `${JSON.stringify(head)}\n`, { mode: 0o600 });
  renameSync(draft, path(folder, chain));
}

/** The noted end; null when there is none, or it cannot be read as one. */
export function readHead(folder: string, chain: ChainName): NotedHead | null {
  try {
    const result = v.safeParse(AuditHead, JSON.parse(readFileSync(path(folder, chain), 'utf8')));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
