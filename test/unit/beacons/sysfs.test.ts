import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { explained, faultOf } from '../../../devices/beacons/host/fault.ts';
import { adaptersSeen, radioBlocked } from '../../../devices/beacons/host/sysfs.ts';

/** The folders as Linux 6.1 shows them. */
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'prevenance-sysfs-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function radioSwitch(name: string, type: string, soft: 0 | 1, hard: 0 | 1): void {
  const folder = join(root, 'rfkill', name);
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of Object.entries({ type, soft, hard })) writeFileSync(join(folder, file), `${content}\n`);
}

test('a system without Bluetooth shows nothing and blocks nothing', () => {
  expect(adaptersSeen(root)).toBe('');
  expect(radioBlocked(root)).toBeNull();
});

test('switches of Bluetooth count, those of other radios do not', () => {
  radioSwitch('rfkill0', 'wlan', 1, 1);
  radioSwitch('rfkill1', 'bluetooth', 0, 0);
  expect(radioBlocked(root)).toBeNull();
  radioSwitch('rfkill1', 'bluetooth', 1, 0);
  expect(radioBlocked(root)).toBe('soft');
  radioSwitch('rfkill1', 'bluetooth', 1, 1);
  expect(radioBlocked(root)).toBe('hard');
});

test('an adapter plugged in, pulled out, back under another name or unblocked is another picture', () => {
  const pictures = [adaptersSeen(root)];
  for (const name of ['hci0', 'hci1']) {
    mkdirSync(join(root, 'bluetooth', name), { recursive: true });
    pictures.push(adaptersSeen(root));
    rmSync(join(root, 'bluetooth', name), { recursive: true });
  }
  radioSwitch('rfkill0', 'bluetooth', 1, 0);
  pictures.push(adaptersSeen(root));
  radioSwitch('rfkill0', 'bluetooth', 0, 0);
  pictures.push(adaptersSeen(root));
  expect(new Set(pictures).size).toBe(5);
});

test('a radio switch explains an adapter that is off, and nothing else', () => {
  const off = faultOf(Object.assign(new Error('Network is down'), { errno: 100 }));
  expect(off.reason).toBe('powered-off');
  expect(explained(off, null)).toBe(off);
  expect(explained(off, 'soft')).toMatchObject({
    reason: 'blocked',
    detail: expect.stringContaining('rfkill unblock bluetooth'),
  });
  expect(explained(off, 'hard')).toMatchObject({ reason: 'blocked', detail: expect.stringContaining('switch') });
  const rights = faultOf(Object.assign(new Error('no'), { errno: 1 }));
  expect(explained(rights, 'soft')).toBe(rights);
});

test.each([
  [132, 'blocked'],
  [16, 'busy'],
  [-16, 'busy'],
])('error %i is said as %s', (errno, reason) => {
  expect(faultOf(Object.assign(new Error('x'), { errno })).reason).toBe(reason);
});
