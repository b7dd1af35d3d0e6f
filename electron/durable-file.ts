import { chmodSync, closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a small file for its owner's eyes only, whole or not at all: after a power cut it is the old one or the new one.
 * The content, then the name, then the folder that holds the name must each have reached the disk.
 */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const draft = `${path}.new`;
  writeFileSync(draft, content, { mode: 0o600, flush: true });
  // The mode above is for a new file; a draft left over from an interrupted write may have another.
  chmodSync(draft, 0o600);
  renameSync(draft, path);
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
