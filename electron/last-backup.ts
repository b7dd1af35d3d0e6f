import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { EpochMsValue } from '../shared/contract/index.ts';
import { writeDurably } from './durable-file.ts';

const LastBackup = v.strictObject({ at: EpochMsValue, file: v.string() });

const pathIn = (folder: string) => join(folder, 'last-backup.json');

/** Notes in the data folder when its last backup was made and where it lies. */
export const noteBackup = (folder: string, note: { readonly at: number; readonly file: string }): void =>
  writeDurably(pathIn(folder), `${JSON.stringify(note)}\n`);

export function lastBackup(folder: string): v.InferOutput<typeof LastBackup> | null {
  try {
    const result = v.safeParse(LastBackup, JSON.parse(readFileSync(pathIn(folder), 'utf8')));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
