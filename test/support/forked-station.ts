import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A demo station in a process of its own, which can be killed and stopped like any other. */
export class ForkedStation {
  readonly folder: string;
  #child: ChildProcess | null = null;
  #port = '0';

  /** @param folder data folder; a new one that `remove` deletes when left out */
  constructor(folder: string = mkdtempSync(join(tmpdir(), 'prevenance-fork-'))) {
    this.folder = folder;
  }

  /** Starts it, on the same port as before, and gives its address. Rejects when it ends before it is ready. */
  boot(): Promise<string> {
    return new Promise((ready, failed) => {
      const entry = join(import.meta.dirname, '../../electron/headless.ts');
      const child = fork(entry, ['--data', this.folder, '--port', this.#port, '--radio', 'none', '--demo'], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      this.#child = child;
      child.on('message', (message: { type: string; origin: string }) => {
        if (message.type !== 'ready') return failed(new Error(JSON.stringify(message)));
        this.#port = new URL(message.origin).port;
        ready(message.origin);
      });
      child.on('exit', (code) => failed(new Error(`the station ended with ${code}`)));
    });
  }

  /** Sends a signal without waiting: SIGSTOP leaves every connection open and answers nothing. */
  signal(name: NodeJS.Signals): void {
    this.#child?.kill(name);
  }

  /** Kills it on the spot; resolves when it is gone. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((gone) => {
      child.once('exit', () => gone());
      child.kill('SIGKILL');
    });
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
