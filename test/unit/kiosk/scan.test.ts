import { expect, test } from 'vitest';
import { ScanReader } from '../../../renderer/kiosk/state/scan.ts';

const code = 'BCDEFGHIJKLNOPRSTUVXBCDEFGHIJK';
const type = (reader: ScanReader, text: string, gapMs: number, from = 0): string | null => {
  let at = from;
  for (const key of text) {
    at += gapMs;
    reader.key(key, at);
  }
  return reader.key('Enter', at + gapMs);
};

test('a scanner’s burst is a card, a hand’s typing is not', () => {
  expect(type(new ScanReader(), code, 8)).toBe(code);
  expect(type(new ScanReader(), code, 150)).toBeNull();
});

test('what was typed before the burst, or a barcode, is no part of it', () => {
  const reader = new ScanReader();
  reader.key('X', 0);
  expect(type(reader, code, 8, 500)).toBe(code);
  expect(type(reader, '3560070976867', 8, 2_000)).toBeNull();
  expect(type(reader, code, 8, 4_000)).toBe(code);
});
