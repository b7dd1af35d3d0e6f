import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pagesFolder } from '../../electron/paths.ts';
import type { Figure } from './figure.ts';

const budgets = { staff: 150, kiosk: 300, manager: Number.POSITIVE_INFINITY } as const;

/** Scripts and styles a page loads before anything is touched: its HTML and what that names, followed through static imports. */
function loadedBy(page: string): Set<string> {
  const files = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    if (!file.endsWith('.js')) return;
    const text = readFileSync(join(pagesFolder, file), 'utf8');
    for (const [, name] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) visit(`assets/${name}`);
  };
  const html = readFileSync(join(pagesFolder, `${page}.html`), 'utf8');
  files.add(`${page}.html`);
  const needed = html.replaceAll(/<link rel="prefetch"[^>]*>/g, '');
  for (const [, name] of needed.matchAll(/(?:src|href)="\/(assets\/[\w.-]+\.(?:js|css))"/g)) visit(name as string);
  return files;
}

/** Size of each page on the wire, before fonts, pictures and what is loaded later. */
export async function bench(): Promise<Figure[]> {
  return Object.entries(budgets).map(([page, budget]) => {
    const files = [...loadedBy(page)].map((file) => readFileSync(join(pagesFolder, file)));
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
