import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'electron/cli/bin.mjs');
const sample = join(root, 'test/fixtures/visits/sample.ndjson');
const folder = mkdtempSync(join(tmpdir(), 'prevenance-empathy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const evaluate = (input: string | null, ...args: string[]) =>
  spawnSync(process.execPath, [bin, 'empathy', 'eval', ...args], { cwd: folder, encoding: 'utf8', input: input ?? '' });
const decisions = (stdout: string) =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { t: number; visit: string; action: string; reason?: string });
const ofStdin = (...lines: string[]) => evaluate(`${lines.join('\n')}\n`, '--visits', '-', '--json');
const summaryOf = (stderr: string) => JSON.parse(stderr.trim().split('\n').at(-1)!) as Record<string, unknown>;

describe('prevenance empathy eval', () => {
  test('the sample: decisions in time order with their evidence, and how the visits went', () => {
    const { status, stdout, stderr } = evaluate(null, '--visits', sample);
    expect(status).toBe(0);
    const decided = decisions(stdout);
    expect(decided.map(({ t }) => t)).toEqual(decided.map(({ t }) => t).toSorted((a, b) => a - b));
    const spoke = decided.filter(({ action }) => action === 'propose' || action === 'call');
    expect(spoke.map(({ visit, action, reason }) => [visit, action, reason])).toEqual([
      ['gluten-free', 'propose', 'difficulty'],
      ['refund', 'call', 'asked'],
    ]);
    expect(JSON.stringify(spoke[0])).toContain('search-empty');
    expect(stderr).toMatch(/22 lines, 0 of them not good; 4 visits/);
    expect(stderr).toMatch(/in-time 2, .*missed 1, .*quiet 1; without: 0/);
  });

  test('from stdin it says the same, and twice the same', () => {
    const file = evaluate(null, '--visits', sample, '--json');
    expect(evaluate(readFileSync(sample, 'utf8'), '--visits', '-', '--json')).toMatchObject({
      stdout: file.stdout,
      stderr: file.stderr,
      status: 0,
    });
  });

  test('bad lines are named and skipped, the good ones count', () => {
    const { status, stdout, stderr } = ofStdin(
      '{"t":0,"visit":"a","kind":"words","sense":"person"}',
      'nonsense',
      '',
      '{"t":1,"visit":"a","kind":"signal","signal":"sneeze"}',
      '{"t":2,"visit":"a","kind":"success","mood":"sour"}',
      '{"t":-1,"visit":"b","kind":"success"}',
      '{"t":1,"visit":"a","kind":"success"}',
      '{"t":0,"visit":"a","kind":"success"}',
      `{"t":9,"visit":"a","kind":"text","text":"${'x'.repeat(9000)}"}`,
      '{"t":10,"visit":"a","kind":"truth","needed":true}',
    );
    expect(status).toBe(1);
    expect(decisions(stdout).filter(({ action }) => action === 'call')).toHaveLength(1);
    for (const words of [
      /stdin:2: not JSON/,
      /stdin:4: signal: /,
      /stdin:5: mood: /,
      /stdin:6: t: /,
      /stdin:8: t is earlier/,
      /stdin:9: more than 8192 characters/,
    ]) {
      expect(stderr).toMatch(words);
    }
    expect(stderr).not.toMatch(/stdin:(?:1|3|7|10):/);
    expect(summaryOf(stderr)).toMatchObject({ lines: 9, bad: 6, visits: 1, verdicts: { 'in-time': 1 } });
  });

  test('the kiosk’s own call is open then: what goes wrong after it neither calls nor proposes again', () => {
    const errors = [10, 11, 12, 13, 200, 201, 202].map((t) => ({ t: t * 1000, visit: 'a', kind: 'signal', signal: 'error' }));
    const { status, stdout } = ofStdin(
      '{"t":0,"visit":"a","kind":"text","text":"j’abandonne"}',
      ...errors.map((event) => JSON.stringify(event)),
      '{"t":203000,"visit":"a","kind":"text","text":"je veux parler à quelqu’un"}',
    );
    expect(status).toBe(0);
    const spoke = decisions(stdout).filter(({ action }) => action === 'propose' || action === 'call');
    expect(spoke.map(({ t, action, reason }) => [t, action, reason])).toEqual([
      [0, 'propose', 'difficulty'],
      [11_000, 'call', 'difficulty'],
      [203_000, 'call', 'asked'],
    ]);
  });

  test('a line that names a visit with control characters leaves the terminal alone', () => {
    const line = (t: number) => JSON.stringify({ t, visit: '\u001b[31mred', kind: 'success' });
    const { stderr } = ofStdin(line(1), line(0));
    expect(stderr).toContain('t is earlier');
    expect(stderr).not.toContain('\u001b');
  });

  test('nothing to evaluate ends with 2', () => {
    expect(ofStdin('nonsense').status).toBe(2);
    expect(evaluate('', '--visits', '-')).toMatchObject({ status: 2, stdout: '' });
    const absent = evaluate(null, '--visits', '/no/such/visits.ndjson');
    expect(absent.status).toBe(2);
    expect(absent.stderr).toMatch(/cannot be read/);
    expect(absent.stderr).not.toMatch(/at .*\.ts:\d+/);
  });

  test('a face without consent changes nothing, and a face alone never speaks', () => {
    const faces = (visit: string) =>
      Array.from(
        { length: 60 },
        (_, i) =>
          `{"t":${i * 1000},"visit":"${visit}","kind":"expression","negative":${i < 5 ? 0 : 1},"usableFrames":20,"faces":1}`,
      );
    const spoke = (stdout: string) => decisions(stdout).filter(({ action }) => action === 'propose' || action === 'call');
    expect(spoke(ofStdin(...faces('no consent')).stdout)).toEqual([]);
    expect(spoke(ofStdin('{"t":0,"visit":"consent","kind":"camera-on"}', ...faces('consent')).stdout)).toEqual([]);
  });

  test('memory stays flat over thirty thousand visits that never end', async () => {
    const file = join(folder, 'many.ndjson');
    writeFileSync(
      file,
      Array.from({ length: 60_000 }, (_, i) => `{"t":${i},"visit":"v${i >> 1}","kind":"signal","signal":"search-empty"}\n`).join(
        '',
      ),
    );
    const child = spawn(process.execPath, ['--max-old-space-size=40', bin, 'empathy', 'eval', '--visits', file, '--json'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    expect(await new Promise((ended) => child.once('exit', ended))).toBe(0);
    expect(summaryOf(stderr)).toMatchObject({ lines: 60_000, visits: 30_000, pushedOut: 20_000 });
  });
});
