#!/usr/bin/env node
// Starts the command line on a Node that can run it. Plain JavaScript, so that an older Node gets as far as the explanation.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const needed = 24;
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= needed) {
  await import(existsSync(here('./main.ts')) ? './main.ts' : './main.js');
} else {
  // better-sqlite3 dies without a message on an older Node; the project brings its own.
  const node = here('../../node_modules/.bin/node');
  if (!existsSync(node)) {
    process.stderr.write(
      `Prévenance needs Node ${needed} and this is ${process.version}. Run "npm ci" in its folder: it brings its own.\n`,
    );
    process.exit(1);
  }
  const child = spawn(node, [here('./bin.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}
