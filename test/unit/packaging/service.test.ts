import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decideStart } from '../../../electron/shell/start-arguments.ts';
import { stationVariables } from '../../../electron/shell/station-address.ts';

/** The settings of a unit file; comments and section names are skipped. */
const unit = (name: string) =>
  new Map(
    readFileSync(`packaging/systemd/${name}`, 'utf8')
      .split('\n')
      .filter((line) => /^[A-Z]/.test(line) && line.includes('='))
      .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
const kiosk = unit('prevenance-kiosk.service');
const station = unit('prevenance-station.service');

test.each([
  ['kiosk', kiosk],
  ['station', station],
])('the %s comes back whatever ends it, without filling the disk, as its own user', (_name, settings) => {
  expect(settings.get('Restart')).toBe('always');
  expect(Number(settings.get('RestartSec'))).toBeGreaterThanOrEqual(1);
  expect(settings.get('StartLimitIntervalSec')).toBe('0');
  expect(settings.get('LimitCORE')).toBe('0');
  expect(settings.get('User')).toBe('kiosk');
  expect(settings.get('NoNewPrivileges')).toBe('yes');
});

test('the right to listen to the radio goes to the station alone, and it is the only right', () => {
  expect(station.get('AmbientCapabilities')).toBe('CAP_NET_RAW');
  expect(station.get('CapabilityBoundingSet')).toBe('CAP_NET_RAW');
  expect([...kiosk.keys()].filter((name) => name.includes('Capabilit'))).toEqual([]);
});

test('the shell accepts the arguments the unit gives it', () => {
  const command = kiosk.get('ExecStart') ?? '';
  const args = command.slice(command.indexOf('/usr/bin/prevenance')).split(' ').slice(1);
  expect(args.length).toBeGreaterThan(0);
  expect(decideStart(args, true).start).toBe(true);
});

test('the kiosk finds the station where the station keeps its card', () => {
  const folder = /--data (\S+)/.exec(station.get('ExecStart') ?? '')?.[1];
  expect(folder).toBe(`/var/lib/${station.get('StateDirectory')}`);
  expect(unit('with-station.conf').get('Environment')).toBe(`${stationVariables.data}=${folder}`);
});
