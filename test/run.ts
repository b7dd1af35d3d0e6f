import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import * as v from 'valibot';
import { mosquitto } from './support/broker.ts';
import { chromium } from './support/chromium.ts';

/**
 * The whole test suite, in the order in which a mistake is cheapest to find. Ends with the line `N passed, N failed`.
 */

/** What vitest's JSON reporter tells. */
const Report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numFailedTestSuites: v.number(),
});

let passed = 0;
let failed = 0;
let skipped = 0;

function run(title: string, command: string, args: readonly string[]): boolean {
  console.log(`\n— ${title}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, NO_COLOR: '1', npm_config_loglevel: 'error' },
  });
  return status === 0;
}

/** One check that is a test of its own. */
function check(title: string, command: string, ...args: string[]): boolean {
  const fine = run(title, command, args);
  if (fine) passed += 1;
  else failed += 1;
  return fine;
}

function suite(project: string): void {
  const file = `test/.out/${project}.json`;
  rmSync(file, { force: true });
  const fine = run(`${project} tests`, 'vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  if (!existsSync(file)) {
    failed += 1;
    return;
  }
  const report = v.parse(Report, JSON.parse(readFileSync(file, 'utf8')));
  passed += report.numPassedTests;
  skipped += report.numPendingTests;
  // A file that cannot be loaded holds no failed test, and is a failure all the same.
  failed += Math.max(report.numFailedTests, fine ? 0 : 1);
}

/** Whether a Debian package's program is there; installs it where that is allowed. */
function isThere(program: string, name: string, needed: string): boolean {
  if (existsSync(program)) return true;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    console.log(`\n— installing ${name} (apt-get)`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
    if (existsSync(program)) return true;
  }
  console.error(`${needed} ${program}. Install it: sudo apt-get install ${name}`);
  return false;
}

mkdirSync('test/.out', { recursive: true });
check('types', 'tsc', '-b');
check('lint', 'biome', 'check', '--error-on-warnings');
const built =
  check('pages', 'vite', 'build', '--logLevel', 'warn') &&
  check('trial pages', 'vite', 'build', '--mode', 'trial', '--logLevel', 'warn');
suite('unit');
// Without a broker its tests are skipped, and say so.
isThere(mosquitto, 'mosquitto', 'The gateway tests need an MQTT broker at');
suite('integration');
suite('radio');
if (!built) console.error('The browser tests need the pages, which could not be built.');
if (built && isThere(chromium, 'chromium', 'The browser tests need Chromium at')) {
  suite('browser');
} else failed += 1;

console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
