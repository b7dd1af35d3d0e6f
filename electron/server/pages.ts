import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { OperatorError } from '../../shared/errors.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
};

/** Addresses people use, and the file behind each. */
const addresses = [
  ['kiosk', 'kiosk'],
  ['staff', 'staff'],
  ['manager', 'manager'],
  ['transparency', 'transparency'],
  ['sign', 'transparency'],
  ['preview', 'preview'],
] as const;

/** Types whose text gets much smaller. */
const packs = /^text\/|json|svg|wasm/;

export interface Page {
  readonly type: string;
  readonly body: Buffer;
  /** The same, packed; null for what does not get smaller. */
  readonly gzip: Buffer | null;
  /** Its name carries a hash of its content. */
  readonly immutable: boolean;
}

/**
 * The built pages, read once: with no file access per request there is no path to escape from.
 * @throws OperatorError when the pages have not been built
 */
export function loadPages(folder: string): ReadonlyMap<string, Page> {
  if (!existsSync(join(folder, 'kiosk.html'))) {
    throw new OperatorError('pages-missing', 'The pages have not been built. Run: npm run build:pages', { folder });
  }
  const pages = new Map<string, Page>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const url = file.slice(folder.length).replaceAll('\\', '/');
    const body = readFileSync(file);
    pages.set(url, { type, body, gzip: packs.test(type) ? gzipSync(body) : null, immutable: url.startsWith('/assets/') });
  }
  for (const [address, name] of addresses) {
    const page = pages.get(`/${name}.html`);
    if (page !== undefined) pages.set(`/${address}`, page);
  }
  return pages;
}
