import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge } from '../../bench/empathy/accuracy.ts';
import { csvLine, header } from '../../bench/empathy/csv.ts';
import { picturesIn } from '../../bench/empathy/folder.ts';

const placement = { scale: 1, left: 0, top: 0 };
const expressions = { angry: 0.9, disgusted: 0.02, fearful: 0.01, happy: 0.03, neutral: 0.02, sad: 0.01, surprised: 0.01 };
const columns = header.split(',').length;

describe('the table of faces', () => {
  test('a face that is read, and on which side of the threshold', () => {
    const line = csvLine('a.jpg', { faces: 1, quality: 'good', expressions, negative: 0.94, placement }, 0.9);
    expect(line).toBe('a.jpg,1,0.900000,0.020000,0.010000,0.030000,0.020000,0.010000,0.010000,0.940000,1,');
    expect(csvLine('a.jpg', { faces: 1, quality: 'good', expressions, negative: 0.9, placement }, 0.9)).toMatch(/,0\.900000,0,$/);
  });

  test.each<[Parameters<typeof csvLine>[1], RegExp]>([
    [null, /^x,,+unreadable$/],
    [{ faces: 0, quality: null, expressions: null, negative: null, placement }, /^x,0,,+no face$/],
    [{ faces: 2, quality: null, expressions: null, negative: null, placement }, /^x,2,,+several faces/],
    [{ faces: 1, quality: 'blurred', expressions: null, negative: null, placement }, /^x,1,,+blurred: not read$/],
  ])('nobody read: empty numbers and a reason', (scored, line) => {
    const made = csvLine('x', scored, 0.9);
    expect(made).toMatch(line);
    expect(made.split(',')).toHaveLength(columns);
  });

  test('names keep commas, quotes and line breaks', () => {
    expect(csvLine('a,"b"\nc.jpg', null, 0.9)).toMatch(/^"a,""b""\nc\.jpg",/);
  });
});

test('pictures are found in folders below and behind links, which may lead round in a circle or nowhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prevenance-pictures-'));
  try {
    mkdirSync(join(folder, 'b'));
    for (const file of ['a.PNG', 'notes.txt', 'b/c.jpg']) writeFileSync(join(folder, file), '');
    symlinkSync(join(folder, 'a.PNG'), join(folder, 'linked.png'));
    for (const [to, name] of [
      [folder, 'b/round'],
      [join(folder, 'self.png'), 'self.png'],
      [join(folder, 'nowhere'), 'dangling.jpg'],
    ] as const)
      symlinkSync(to, join(folder, name));
    expect(picturesIn(folder)).toEqual(['a.PNG', 'b/c.jpg', 'linked.png']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('accuracy', () => {
  const seen = (label: string, negative: boolean, scores: (number | null)[]) =>
    scores.map((score) => ({ face: { file: 'x', label, negative, groups: {} }, negative: score }));

  test('counts of those read; who is not read is told, not judged', () => {
    const row = judge('all', [
      ...seen('angry', true, [...Array<number>(8).fill(0.95), 0.5, 0.5, null]),
      ...seen('neutral', false, [...Array<number>(9).fill(0.1), 0.95]),
      ...seen('happy', false, [0, 0]),
    ]);
    expect(row).toMatchObject({ pictures: 23, read: 22 });
    expect(row.sensitivity.value).toBeCloseTo(0.8);
    expect(row.falseAlarms.value).toBeCloseTo(1 / 12);
    expect(row.falseAlarmsNeutral.value).toBeCloseTo(0.1);
    expect(row.auc!.value).toBeGreaterThan(0.9);
  });

  test('too few of a kind give no AUC', () => {
    expect(judge('few', seen('angry', true, [0.9, 0.8])).auc).toBeNull();
  });
});
