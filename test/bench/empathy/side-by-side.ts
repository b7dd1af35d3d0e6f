import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { framesOf } from '../../browser/camera/film.ts';
import { quantile } from '../figure.ts';
import { FaceLab } from './face-lab.ts';
import type { EngineReport } from './lab/engines.ts';
import type { Original } from './original.ts';

export interface EngineRow {
  readonly engine: string;
  readonly backend: string;
  readonly looks: number;
  readonly startMs: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Processor time of page and graphics process, per look. */
  readonly cpuMs: number;
  readonly longestTaskMs: number;
  readonly longestGapMs: number;
  /** What page and graphics process hold more than before, in MB; null where the system does not say. */
  readonly memoryMb: number | null;
}

/** The same eight frames for everybody: one smiling and one neutral face, shifted and noisy as a camera's are. */
const frames = () => [...framesOf('smiling'), ...framesOf('neutral')];

/** Every engine in a Chromium of its own, one after the other. Without the original, only ours. */
export async function sideBySide(original: Original): Promise<EngineRow[]> {
  const runs: [string, number, (page: Page, pictures: string[], rounds: number) => Promise<EngineReport>][] = [
    [
      'Prévenance (counts, finds, reads)',
      8,
      (page, pictures, rounds) => page.evaluate((q) => window.faceLab.runOurs(q.pictures, q.rounds), { pictures, rounds }),
    ],
  ];
  if (original.ok) {
    for (const [backend, rounds] of [
      ['webgl', 3],
      ['cpu', 2],
    ] as const) {
      runs.push([
        'face-api.js 0.22.2 (finds, reads)',
        rounds,
        (page, pictures, times) =>
          page.evaluate((q) => window.faceLab.runOriginal(q.pictures, q.times, q.backend), { pictures, times, backend }),
      ]);
    }
  }
  const rows: EngineRow[] = [];
  for (const [engine, rounds, run] of runs) rows.push(await measure(engine, rounds, run, original));
  return rows;
}

async function measure(
  engine: string,
  rounds: number,
  run: (page: Page, pictures: string[], rounds: number) => Promise<EngineReport>,
  original: Original,
): Promise<EngineRow> {
  const folder = mkdtempSync(join(tmpdir(), 'prevenance-frames-'));
  const lab = await FaceLab.start(original.ok ? original.script : null);
  try {
    const pictures = frames().map((bytes, i) => {
      const file = join(folder, `${i}.jpg`);
      writeFileSync(file, bytes);
      return lab.serve(file);
    });
    const session = await lab.browser.newBrowserCDPSession();
    const page = await lab.open();
    const empty = await memoryOf(session);
    // Once with one round and once with more: what loading costs falls out of the difference.
    const idle = await cpuOf(session);
    const short = await run(page, pictures, 1);
    const between = await cpuOf(session);
    await page.reload();
    await page.waitForFunction(() => 'faceLab' in window);
    const again = await cpuOf(session);
    const long = await run(page, pictures, rounds + 1);
    const cpu = (await cpuOf(session)) - again - (between - idle);
    const full = await memoryOf(session);
    return {
      engine,
      backend: long.backend,
      looks: long.times.length,
      startMs: short.startMs,
      medianMs: quantile(long.times, 0.5),
      p95Ms: quantile(long.times, 0.95),
      cpuMs: (1000 * cpu) / (long.times.length - short.times.length),
      longestTaskMs: long.longestTask,
      longestGapMs: long.longestGap,
      memoryMb: empty === null || full === null ? null : full - empty,
    };
  } finally {
    await lab.close();
    rmSync(folder, { recursive: true });
  }
}

const concerned = async (session: CDPSession) =>
  (await session.send('SystemInfo.getProcessInfo')).processInfo.filter(({ type }) => type === 'renderer' || type === 'GPU');

/** Seconds of processor so far. */
const cpuOf = async (session: CDPSession): Promise<number> =>
  (await concerned(session)).reduce((sum, { cpuTime }) => sum + cpuTime, 0);

/** Proportional set size in MB; Linux only. */
async function memoryOf(session: CDPSession): Promise<number | null> {
  try {
    const kilobytes = (await concerned(session)).map(({ id }) =>
      Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))![1]),
    );
    return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
  } catch {
    return null;
  }
}
