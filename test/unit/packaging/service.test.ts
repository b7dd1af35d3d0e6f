import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decideStart } from '../../../electron/shell/start-arguments.ts';

const unit = readFileSync('packaging/systemd/prevenance-kiosk.service', 'utf8');
const settings = new Map(
  unit
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line) && line.includes('='))
    .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

test('the kiosk comes back whatever ends it, without filling the disk', () => {
  expect(settings.get('Restart')).toBe('always');
  expect(Number(settings.get('RestartSec'))).toBeGreaterThanOrEqual(1);
  expect(settings.get('StartLimitIntervalSec')).toBe('0');
  expect(settings.get('LimitCORE')).toBe('0');
});

test('it runs as its own user and gains nothing', () => {
  expect(settings.get('User')).toBe('kiosk');
  expect(settings.get('NoNewPrivileges')).toBe('yes');
  expect(settings.get('ProtectSystem')).toBe('full');
  expect(unit).not.toMatch(/CapabilityBoundingSet|AmbientCapabilities|setcap/);
});

test('the shell accepts the arguments the unit gives it', () => {
  const command = settings.get('ExecStart') ?? '';
  const args = command.slice(command.indexOf('/usr/bin/prevenance')).split(' ').slice(1);
  expect(args.length).toBeGreaterThan(0);
  expect(decideStart(args, true).start).toBe(true);
});
