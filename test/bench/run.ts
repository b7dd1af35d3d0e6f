import { readdirSync, writeFileSync } from 'node:fs';
import type { Figure } from './figure.ts';

/** `npm run bench [-- --json FILE] [-- --seconds N] [-- NAME …]`: every budget that exists so far beside its measured figure. */

const args = process.argv.slice(2);
const option = (name: string): string | undefined => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
const json = option('--json');
const seconds = option('--seconds');
// How long a load lasts; the benches that have one read it when they are loaded.
if (seconds !== undefined) process.env.PREVENANCE_BENCH_SECONDS = seconds;
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => args.length === 0 || args.some((wanted) => name.startsWith(wanted)));

const figures: Figure[] = [];
for (const file of files) {
  console.error(`measuring ${file.replace('.bench.ts', '')} …`);
  const { bench } = (await import(`./${file}`)) as { bench(): Promise<Figure[]> };
  figures.push(...(await bench()));
}

const columns = ['what', 'budget', 'measured', 'baseline'] as const;
const width = (column: (typeof columns)[number]) => Math.max(column.length, ...figures.map((figure) => figure[column].length));
const line = (cells: readonly string[]) =>
  cells.map((cell, i) => cell.padEnd(width(columns[i] as (typeof columns)[number]))).join('  ');
console.log(`      ${line(columns)}`);
for (const figure of figures) console.log(`${figure.ok ? 'ok  ' : 'OVER'}  ${line(columns.map((column) => figure[column]))}`);
if (json !== undefined) writeFileSync(json, `${JSON.stringify({ node: process.version, figures }, null, 2)}\n`);
process.exit(figures.every((figure) => figure.ok) ? 0 : 1);
