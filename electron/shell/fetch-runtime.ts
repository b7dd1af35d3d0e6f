import { fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../../shared/clock.ts';
import { minutes, seconds } from '../../shared/units.ts';
import type { ElectronPackage } from './electron-package.ts';
import type { DownloadMessage } from './runtime-download.ts';

export interface FetchParts {
  readonly electron: ElectronPackage;
  readonly env: NodeJS.ProcessEnv;
  readonly clock: Clock;
  log(line: string): void;
}

/** A server that says nothing for so long is taken for unreachable, before the first byte or in the middle. */
const answerWithin = seconds(10);
const unpackWithin = minutes(5);

/** Fetches Electron's runtime into its package. @returns null when it is there, else why not. */
export async function fetchRuntime(parts: FetchParts): Promise<string | null> {
  parts.log(`Fetching Electron ${parts.electron.version} (about 120 MB, once)`);
  return (await download(parts)) ?? (await unpack(parts));
}

function download({ electron, env, clock, log }: FetchParts): Promise<string | null> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const script = fileURLToPath(new URL(`./runtime-download.${extension}`, import.meta.url));
  const child = fork(script, [electron.folder], { env, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return new Promise((resolve) => {
    let shownTenth = 0;
    let why: string | null = null;
    const giveUp = () => {
      why = `Electron's download did not answer for ${answerWithin / 1000} s`;
      child.kill('SIGKILL');
    };
    let cancel = clock.after(answerWithin, giveUp);
    child.on('message', (message: DownloadMessage) => {
      if ('error' in message) {
        why = `Electron could not be fetched: ${message.error.split('\n')[0]}`;
        return;
      }
      cancel();
      cancel = clock.after(answerWithin, giveUp);
      const tenth = Math.floor(message.fraction * 10);
      if (tenth > shownTenth) log(`Fetching Electron: ${tenth * 10} %`);
      shownTenth = Math.max(shownTenth, tenth);
    });
    child.on('error', (error) => {
      why = `Electron could not be fetched: ${error.message}`;
    });
    child.on('close', (code) => {
      cancel();
      resolve(why ?? (code === 0 ? null : `Electron could not be fetched (code ${code ?? 'none'})`));
    });
  });
}

/** Electron's own installer finds the archive in the cache, checks it once more and unpacks it. */
function unpack({ electron, env, clock }: FetchParts): Promise<string | null> {
  const child = spawn(process.execPath, [join(electron.folder, 'install.js')], { env, stdio: 'ignore' });
  return new Promise((resolve) => {
    const cancel = clock.after(unpackWithin, () => child.kill('SIGKILL'));
    child.on('error', (error) => resolve(`Electron could not be unpacked: ${error.message}`));
    child.on('close', (code) => {
      cancel();
      resolve(code === 0 ? null : `Electron could not be unpacked (code ${code ?? 'none'})`);
    });
  });
}
