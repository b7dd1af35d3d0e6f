import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The package as published in March 2020, and the SHA-256 of the script in it that pages load. */
const name = 'face-api.js@0.22.2';
const script = 'package/dist/face-api.min.js';

/** Where the original lies after it was fetched into a folder of its own, to be removed afterwards, or why it could not be had. */
export type Original =
  | { readonly ok: true; readonly folder: string; readonly script: string; readonly sha256: string }
  | { readonly ok: false; readonly why: string };

/**
 * The original face-api.js for comparison, from `PREVENANCE_FACE_API` (a tarball already here) or the npm registry. It is unpacked and
 * served to the bench's page, never installed: nothing of it becomes part of the project.
 */
export function fetchOriginal(): Original {
  const folder = mkdtempSync(join(tmpdir(), 'prevenance-original-'));
  try {
    const tarball =
      process.env.PREVENANCE_FACE_API ??
      join(
        folder,
        execFileSync('npm', ['pack', name, '--silent', '--pack-destination', folder], {
          encoding: 'utf8',
          cwd: folder,
          timeout: 60_000,
          stdio: ['ignore', 'pipe', 'ignore'],
        }).trim(),
      );
    execFileSync('tar', ['xzf', tarball, '-C', folder, script], { stdio: 'ignore' });
  } catch {
    return {
      ok: false,
      why: `${name} could not be fetched ("npm pack ${name}"); without a network, set PREVENANCE_FACE_API to its tarball`,
    };
  }
  const path = join(folder, script);
  return { ok: true, folder, script: path, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') };
}
