import { spawnSync } from 'node:child_process';

/** Whether the machine's own `openssl` is there: a second opinion on what we issue. */
export const openssl = spawnSync('openssl', ['version'], { encoding: 'utf8' }).status === 0;
if (!openssl) console.log('openssl is not on this machine: its opinion on the certificates is not asked');

/** Runs it; returns what it said, both channels. */
export function run(...args: string[]): { readonly ok: boolean; readonly said: string } {
  const { status, stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  return { ok: status === 0, said: stdout + stderr };
}
