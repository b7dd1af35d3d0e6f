import { expect, test } from 'vitest';
import { identify, strengthOf } from '../../../shared/identity/identify.ts';
import { millis } from '../../../shared/units.ts';

const strangers = () => null;

test('static beacons have a canonical, weak identity', () => {
  const uuid = 'f7826da6-4fa2-4e98-8024-bc5b71e0893e';
  expect(identify({ format: 'ibeacon', uuid, major: 1, minor: 65535, measuredPower: null }, strangers)).toEqual({
    beacon: `ibeacon:${uuid}:1:65535`,
    strength: 'weak',
  });
  const uid = {
    format: 'eddystone-uid',
    namespace: '00112233445566778899',
    instance: 'aabbccddeeff',
    measuredPower: null,
  } as const;
  const id = '2f234454cf6d4a0fadf2f4911ba9ffa600010002';
  expect(identify({ format: 'altbeacon', id, measuredPower: null }, strangers)).toEqual({
    beacon: `altbeacon:${id}`,
    strength: 'weak',
  });
  expect(identify(uid, strangers)).toEqual({ beacon: 'eddystone-uid:00112233445566778899:aabbccddeeff', strength: 'weak' });
});

test('an ephemeral identifier is strong when a key of ours makes it, and nobody otherwise', () => {
  const frame = { format: 'eddystone-eid', eid: 'a9b76a71c5f89290', measuredPower: null } as const;
  expect(identify(frame, (eid) => (eid === frame.eid ? 'card-1' : null))).toEqual({ beacon: 'eid:card-1', strength: 'strong' });
  expect(identify(frame, strangers)).toBeNull();
});

test('an address on the web and telemetry name nobody, whoever resolves', () => {
  const everybody = () => 'card-1';
  expect(identify({ format: 'eddystone-url', url: 'https://a.com/', measuredPower: null }, everybody)).toBeNull();
  expect(identify({ format: 'eddystone-etlm', measuredPower: null }, everybody)).toBeNull();
  const telemetry = { batteryMillivolts: 3000, celsius: null, advertisements: 1, uptime: millis(100) };
  expect(identify({ format: 'eddystone-tlm', ...telemetry, measuredPower: null }, everybody)).toBeNull();
});

test.each([
  ['eid:card-1', 'strong'],
  ['altbeacon:2f234454cf6d4a0fadf2f4911ba9ffa600010002', 'weak'],
  ['ibeacon:f7826da6-4fa2-4e98-8024-bc5b71e0893e:1:2', 'weak'],
  ['eddystone-uid:00112233445566778899:aabbccddeeff', 'weak'],
  ['anything', 'weak'],
] as const)('%s is %s', (beacon, strength) => {
  expect(strengthOf(beacon)).toBe(strength);
});
