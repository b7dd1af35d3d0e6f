import { spawnSync } from 'node:child_process';

/**
 * `npm run gallery`: every component in every state, in a browser. With `--update`: keeps new pictures of them all, after which the
 * difference is looked at in version control. With `--check`: compares, as the tests do.
 */

const compare = process.argv.includes('--check');
const update = process.argv.includes('--update');
const run = (command: string, ...args: string[]): void => {
  const env = { ...process.env, ...(update ? { PREVENANCE_GALLERY_UPDATE: '1' } : {}) };
  process.exitCode ||= spawnSync(command, args, { stdio: 'inherit', env }).status ?? 1;
};
if (update || compare) {
  run('vite', 'build', '--mode', 'trial', '--logLevel', 'warn');
  run('vitest', 'run', '--project', 'browser', 'test/browser/gallery.test.ts');
} else run('vite', '--mode', 'trial', '--host', '127.0.0.1', '--open', '/gallery/index.html');
