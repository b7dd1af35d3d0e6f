import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FaceLab } from '../bench/empathy/face-lab.ts';
import { scoreAll } from '../bench/empathy/faces.ts';
import { picturesIn } from '../bench/empathy/folder.ts';
import { framesOf } from './camera/film.ts';

const root = join(import.meta.dirname, '../..');
const script = join(root, 'test/bench/empathy/faces.ts');
const folder = mkdtempSync(join(tmpdir(), 'prevenance-faces-'));
const faces = { smiling: join(folder, 'smiling.jpg'), neutral: join(folder, 'Été, "neutre"', 'visage.jpg') };
const score = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

let lab: FaceLab;
beforeAll(async () => {
  mkdirSync(join(folder, 'Été, "neutre"'));
  writeFileSync(faces.smiling, framesOf('smiling')[0]!);
  writeFileSync(faces.neutral, framesOf('neutral')[0]!);
  writeFileSync(join(folder, 'nobody.jpg'), framesOf('nobody')[0]!);
  writeFileSync(join(folder, 'two.jpg'), framesOf('two')[0]!);
  writeFileSync(join(folder, 'torn.png'), 'not a picture');
  writeFileSync(join(folder, 'notes.txt'), 'no picture either');
  lab = await FaceLab.start();
});
afterAll(async () => {
  await lab.close();
  rmSync(folder, { recursive: true });
});

describe('bench:faces', () => {
  test('a folder becomes a table: one face is read, two are not, and the numbers are those of the kiosk’s worker', async () => {
    const rows: string[] = [];
    const warnings: string[] = [];
    const files = picturesIn(folder);
    const counted = await scoreAll(
      lab,
      folder,
      files,
      (line) => rows.push(line),
      (line) => warnings.push(line),
    );
    expect(files).toEqual(['nobody.jpg', 'smiling.jpg', 'torn.png', 'two.jpg', 'Été, "neutre"/visage.jpg']);
    const [header, nobody, smiling, torn, two, neutral] = rows;
    expect(header).toBe('file,faces,angry,disgusted,fearful,happy,neutral,sad,surprised,negative_evidence,counts,note');
    expect(nobody).toBe('nobody.jpg,0,,,,,,,,,,no face');
    expect(torn).toBe('torn.png,,,,,,,,,,,unreadable');
    expect(two).toBe('two.jpg,2,,,,,,,,,,several faces: nobody is read');
    expect(neutral).toMatch(/^"Été, ""neutre""\/visage\.jpg",1,/);
    expect(warnings).toEqual(['torn.png: cannot be decoded as a picture']);
    expect(counted).toEqual({ read: 2, unreadable: 1 });

    for (const [row, happy, file] of [
      [smiling!, 1, faces.smiling],
      [neutral!, 0, faces.neutral],
    ] as const) {
      const values = row.split(',').slice(-12).map(Number);
      const [, count, angry, disgusted, fearful, happiness, , sad, , negative, counts] = values;
      expect(count).toBe(1);
      expect(happiness).toBeCloseTo(happy, 0);
      expect(values.slice(2, 9).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 4);
      expect(negative).toBeCloseTo(angry! + disgusted! + fearful! + sad!, 5);
      expect(counts).toBe(0);

      // These pictures have the camera's size: the frame is the picture.
      const kiosk = await lab.kiosk(file, { scale: 1, left: 0, top: 0 });
      expect(kiosk.faces).toBe(1);
      expect(kiosk.negative!.toFixed(6)).toBe(row.split(',').at(-3));
    }
  });

  test('nothing to score is said, with exit code 2', () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    expect(score(empty)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/There is no picture in .*empty/),
    });
    expect(score(join(folder, 'absent'))).toMatchObject({ status: 2, stderr: expect.stringMatching(/is not a folder/) });
    expect(score()).toMatchObject({ status: 2, stderr: expect.stringMatching(/Say which folder/) });
  });
});
