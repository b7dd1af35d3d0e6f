import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fromHex } from '../../../devices/beacons/hex.ts';
import { hintsOfCapture } from '../../../devices/beacons/replay/hints.ts';
import { btsnoop, heardAt } from './captures.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prevenance-hints-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// Key and address of the Core Specification's sample (Vol 3 Part H, D.7).
const irk = fromHex('ec0234a357c8ad05341010a60a397d9b')!;

test('finds the addresses that one telephone may have had, among those of strangers', async () => {
  const file = join(folder, 'capture');
  const from = (address: string) => ({ address, data: '', rssi: -60 });
  writeFileSync(
    file,
    btsnoop([
      heardAt(0, from('7081940dfbaa')),
      heardAt(10, from('7081940dfbab')),
      heardAt(20, from('c0ffee000001')),
      heardAt(30, from('7081940dfbaa')),
    ]),
  );
  expect(await hintsOfCapture(file, irk)).toEqual({ fitting: [{ address: '7081940dfbaa', packets: 2 }], resolvable: 2 });
});

test('a file that is no capture is refused in words', async () => {
  writeFileSync(join(folder, 'x'), 'not a capture, however long it may be');
  await expect(hintsOfCapture(join(folder, 'x'), irk)).rejects.toThrow(/btsnoop/);
});
