import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readElectronPackage } from './electron-package.ts';

/**
 * Entry of a child process: downloads Electron's archive into Electron's own cache and tells its parent how far it is.
 * A process of its own, because that is the only sure way to give up on a connection that hangs.
 * Argument: the folder of the `electron` package.
 */
export type DownloadMessage = { readonly fraction: number } | { readonly error: string };

const tell = (message: DownloadMessage) => process.send?.(message);

/** The one function used of `@electron/get`, which is the electron package's dependency and not ours. */
interface ElectronGet {
  downloadArtifact(details: {
    version: string;
    artifactName: 'electron';
    platform: string;
    arch: string;
    cacheRoot: string | undefined;
    checksums: Record<string, string>;
    downloadOptions: { quiet: true; getProgressCallback(progress: { percent: number }): Promise<void> };
  }): Promise<string>;
}

async function download(folder: string): Promise<void> {
  const { version } = readElectronPackage(folder);
  const get = createRequire(join(folder, 'package.json')).resolve('@electron/get');
  const { downloadArtifact } = (await import(pathToFileURL(get).href)) as ElectronGet;
  await downloadArtifact({
    version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    cacheRoot: process.env.electron_config_cache,
    checksums: JSON.parse(readFileSync(join(folder, 'checksums.json'), 'utf8')) as Record<string, string>,
    downloadOptions: {
      quiet: true,
      getProgressCallback: async ({ percent }) => {
        tell({ fraction: percent });
      },
    },
  });
}

download(process.argv[2] ?? '').then(
  () => process.disconnect?.(),
  (error: unknown) => {
    tell({ error: error instanceof Error ? `${error.message}${causeOf(error)}` : String(error) });
    process.exitCode = 1;
    process.disconnect?.();
  },
);

/** `fetch` says only "fetch failed"; the reason is inside. */
function causeOf(error: Error): string {
  return error.cause instanceof Error ? ` (${error.cause.message})` : '';
}
