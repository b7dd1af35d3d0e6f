import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The installed `electron` package. Its own entry is never loaded from Node: that would start a download. */
export interface ElectronPackage {
  readonly folder: string;
  readonly version: string;
}

/** Finds the package, or null in an install without development packages. */
export function findElectronPackage(): ElectronPackage | null {
  try {
    const file = createRequire(import.meta.url).resolve('electron/package.json');
    return readElectronPackage(dirname(file));
  } catch {
    return null;
  }
}

/** Reads the package in `folder`. */
export function readElectronPackage(folder: string): ElectronPackage {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { folder, version };
}

/**
 * The program of the runtime, or null when it has not been fetched or is of another version.
 * `ELECTRON_OVERRIDE_DIST_PATH` names a folder with another one, as for the package itself.
 */
export function runtimeProgram(
  { folder, version }: ElectronPackage,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  const name = readLine(join(folder, 'path.txt'));
  if (override) {
    const program = join(override, name ?? 'electron');
    return existsSync(program) ? program : null;
  }
  if (name === null || readLine(join(folder, 'dist', 'version'))?.replace(/^v/, '') !== version) return null;
  const program = join(folder, 'dist', name);
  return existsSync(program) ? program : null;
}

function readLine(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}
