import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pagesFolder } from '../../electron/paths.ts';
import { loadedFiles } from '../support/loaded-files.ts';
import type { Figure } from './figure.ts';

const budgets = { staff: 150, kiosk: 300, manager: Number.POSITIVE_INFINITY } as const;

/** Size of each page on the wire, before fonts, pictures and what is loaded later. */
export async function bench(): Promise<Figure[]> {
  return Object.entries(budgets).map(([page, budget]) => {
    const files = [...loadedFiles(page)].map((file) => readFileSync(join(pagesFolder, file)));
    const packed = files.reduce((total, file) => total + gzipSync(file).length, 0) / 1000;
    const raw = files.reduce((total, file) => total + file.length, 0) / 1000;
    return {
      what: `${page} page, scripts and styles`,
      budget: Number.isFinite(budget) ? `≤ ${budget} kB gzip` : 'none',
      measured: `${packed.toFixed(1)} kB gzip`,
      baseline: `${raw.toFixed(0)} kB unpacked`,
      ok: packed <= budget,
    };
  });
}
