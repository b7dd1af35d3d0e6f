import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesFolder } from '../../electron/paths.ts';

/** Scripts and styles a page loads before anything is touched: its HTML and what that names, followed through static imports. */
export function loadedFiles(page: string): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    if (!file.endsWith('.js')) return;
    const text = readFileSync(join(pagesFolder, file), 'utf8');
    for (const [, name] of text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) visit(`assets/${name}`);
  };
  // What is only prefetched waits until the browser rests.
  const html = readFileSync(join(pagesFolder, `${page}.html`), 'utf8').replaceAll(/<link rel="prefetch"[^>]*>/g, '');
  files.add(`${page}.html`);
  for (const [, name] of html.matchAll(/(?:src|href)="\/(assets\/[\w.-]+\.(?:js|css))"/g)) visit(name as string);
  return files;
}
