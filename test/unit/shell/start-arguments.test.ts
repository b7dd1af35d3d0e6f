import { expect, test } from 'vitest';
import { decideStart, withDataFolder } from '../../../electron/shell/start-arguments.ts';

test.each([
  [[], []],
  [['--demo'], ['--demo']],
  [
    ['--data', '/srv/store', '--port=8080'],
    ['--data', '/srv/store', '--port', '8080'],
  ],
  [
    ['--radio=replay:a.btsnoop', '--config', 'k.json'],
    ['--radio', 'replay:a.btsnoop', '--config', 'k.json'],
  ],
  [['--ozone-platform=wayland', '--force-device-scale-factor=1.5'], []],
])('starts with %j', (args, station) => {
  expect(decideStart(args, true)).toEqual({ start: true, station });
});

const debugging = [
  '--remote-debugging-port=9222',
  '--remote-debugging-port',
  '--remote-debugging-pipe',
  '-remote-debugging-port=0',
  '--REMOTE-DEBUGGING-PORT=1',
  '--inspect',
  '--inspect=0',
  '--inspect-brk',
  '--inspect_brk=0.0.0.0',
  '--inspect-port=1',
  '--debug-brk',
];
const never = [
  '--no-sandbox',
  '--no_sandbox',
  '--disable-setuid-sandbox',
  '--disable-web-security',
  '--load-extension=/tmp/x',
  '--js-flags=--allow-natives-syntax',
  '--ignore-certificate-errors',
  '--renderer-cmd-prefix=xterm -e',
  '--proxy-server=evil:1',
  '--use-fake-ui-for-media-stream',
];
const unknown = [
  '--require=/tmp/x.js',
  '-r',
  '--user-data-dir=/tmp',
  '--enable-logging',
  '--unheard-of',
  'https://example.org',
  '/remote-debugging-port=1',
  '--',
  '-',
  '',
  '---inspect',
  '—inspect',
  '--demo=yes',
  '--headless',
  '--data',
  '--data=',
  '--__proto__',
  '--constructor',
];

test.each([...debugging, ...never, ...unknown])('an installed kiosk refuses %j', (argument) => {
  expect(decideStart([argument], true).start).toBe(false);
  expect(decideStart(['--demo', argument], true).start).toBe(false);
});

test.each(never)('even a developer’s build refuses %j', (argument) => {
  expect(decideStart([argument], false).start).toBe(false);
});

test.each(debugging)('a developer’s build takes %j', (argument) => {
  expect(decideStart([argument], false)).toEqual({ start: true, station: [] });
});

test('a switch is never swallowed as the value of an option', () => {
  expect(decideStart(['--data', '--no-sandbox'], true).start).toBe(false);
  expect(decideStart(['--data', '--inspect'], false).start).toBe(false);
  expect(decideStart(['--constructor', 'x'], true).start).toBe(false);
});

test('the refusal names the argument, on one bounded line', () => {
  const decision = decideStart([`--x\n${'y'.repeat(500)}`], true);
  if (decision.start) throw new Error('expected a refusal');
  expect(decision.why).toMatch(/^unexpected argument "--x\\ny+"$/);
  expect(decision.why.length).toBeLessThan(120);
});

test('the data folder is filled in only when none is given', () => {
  expect(withDataFolder(['--demo'], '/home/k/station')).toEqual(['--data', '/home/k/station', '--demo']);
  expect(withDataFolder(['--data', '/srv'], '/home/k/station')).toEqual(['--data', '/srv']);
});
