import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { channelFd, MessageReader } from './channel.ts';

/** A running radio host, as the supervisor sees it. */
export interface HostProcess {
  /** Asks it to switch scanning off and end. */
  end(): void;
  /** Ends it now, whatever it is doing. */
  kill(): void;
}

export interface HostEvents {
  message(message: unknown): void;
  /** Once, however it ended or failed to begin. `words` are the last it wrote to standard error. */
  exit(how: { readonly code: number | null; readonly signal: string | null; readonly words: string }): void;
}

/** Starts a radio host. */
export type LaunchHost = (events: HostEvents) => HostProcess;

export interface SpawnOptions {
  /** Runtime to use instead of this process's own. */
  readonly execPath?: string;
  readonly execArgv?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Longest tail of standard error that is kept. */
const longestWords = 300;

/** Starts the radio host as a child process: `main.ts` from source, `main.js` once compiled. */
export function spawnHost(options: SpawnOptions = {}): LaunchHost {
  const entry = fileURLToPath(new URL(`./main${extname(import.meta.url)}`, import.meta.url));
  return (events) => {
    // noble's debug output names every address it hears.
    const { DEBUG: _, ...env } = options.env ?? process.env;
    const child = spawn(options.execPath ?? process.execPath, [...(options.execArgv ?? []), entry], {
      // Without it Electron's own program would open a window instead of running a script.
      env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    const pipe = child.stdio[channelFd] as Socket | null;
    const reader = new MessageReader((message) => events.message(message));
    pipe?.on('data', (bytes: Uint8Array) => reader.push(bytes)).on('error', () => {});
    let words = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-longestWords);
    });
    let ended = false;
    const end = (code: number | null, signal: string | null) => {
      if (ended) return;
      ended = true;
      events.exit({ code, signal, words: words.trim() });
    };
    child.on('exit', end);
    child.on('error', (error) => {
      words = error.message;
      // An error after a start (a failed kill) says nothing about the process; only one that never began has no pid.
      if (child.pid === undefined) end(null, null);
    });
    return {
      end: () => {
        pipe?.destroy();
      },
      kill: () => {
        child.kill('SIGKILL');
      },
    };
  };
}
