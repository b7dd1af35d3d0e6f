import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

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

export interface ForkOptions {
  /** Runtime to use instead of this process's own. */
  readonly execPath?: string;
  readonly execArgv?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Longest tail of standard error that is kept. */
const longestWords = 300;

/** Starts the radio host as a child process: `main.ts` from source, `main.js` once compiled. */
export function forkHost(options: ForkOptions = {}): LaunchHost {
  const entry = fileURLToPath(new URL(`./main${extname(import.meta.url)}`, import.meta.url));
  return (events) => {
    // noble's debug output names every address it hears.
    const { DEBUG: _, ...env } = options.env ?? process.env;
    const child = fork(entry, [], {
      env,
      execArgv: [...(options.execArgv ?? [])],
      ...(options.execPath === undefined ? {} : { execPath: options.execPath }),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
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
    child.on('message', (message) => events.message(message));
    child.on('exit', end);
    child.on('error', (error) => {
      words = error.message;
      // An error after a start (a failed kill) says nothing about the process; only one that never began has no pid.
      if (child.pid === undefined) end(null, null);
    });
    return {
      end: () => {
        if (child.connected) child.disconnect();
      },
      kill: () => {
        child.kill('SIGKILL');
      },
    };
  };
}
