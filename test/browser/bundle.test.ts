import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pagesFolder, root } from '../../electron/paths.ts';
import { loadedFiles } from '../support/loaded-files.ts';

/** What is in the pages as they are built for stores. No browser is needed, only the build. */

const filesOf = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name));
const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');
const renderer = join(root, 'renderer');
const built = filesOf(pagesFolder, /\.(?:js|css|html)$/).map((name) => [name, read(pagesFolder, name)] as const);

test('only the icons that the pages name are shipped', () => {
  const named = filesOf(renderer, /\.tsx?$/)
    .filter((file) => !file.startsWith('gallery'))
    .flatMap((file) => [...read(renderer, file).matchAll(/import \{([^}]*)\} from 'lucide-react'/g)])
    .flatMap(([, names]) => (names ?? '').split(','))
    .map((name) => name.trim().split(' as ')[0] ?? '')
    .filter((name) => name !== '' && !name.startsWith('type'));
  const shipped = built.flatMap(([, text]) => [...text.matchAll(/name:[`"']([a-z0-9-]+)[`"'],size:24,node:/g)].map((m) => m[1]));
  expect(shipped.length).toBeGreaterThan(20);
  // Some have a second name, so they are counted.
  expect(new Set(shipped).size).toBeLessThanOrEqual(new Set(named).size);
});

test('no page names a foreign address to load from', () => {
  const foreign = built.flatMap(([name, text]) =>
    [...text.matchAll(/(?:\b(?:src|href|action)=|url\(|@import\s*|\bimport\()\s*["'`]?(?:https?:)?\/\/[^"'`)\s]+/g)].map(
      ([found]) => `${name}: ${found}`,
    ),
  );
  expect(foreign).toEqual([]);
});

test('the typefaces travel with their licence', () => {
  const typefaces = filesOf(pagesFolder, /\.woff2$/).map(
    (name) => /assets\/(atkinson-hyperlegible-next|fraunces)-/.exec(name)?.[1],
  );
  expect(typefaces.length).toBeGreaterThan(3);
  for (const typeface of new Set(typefaces))
    expect(read(pagesFolder, `licences/${typeface}.txt`)).toMatch(/SIL OPEN FONT LICENSE Version 1\.1/i);
});

test('neither the gallery nor any disguise reaches a store', () => {
  for (const [name, text] of built) {
    expect(name).not.toMatch(/gallery|stage/);
    expect(text, name).not.toMatch(/disguise/);
  }
});

test('each first screen loads little, in few files', () => {
  // Packed kilobytes and files, with a little room for what grows.
  for (const [page, most, files] of [
    ['staff', 140, 30],
    ['kiosk', 180, 20],
    ['manager', 225, 50],
  ] as const) {
    const loaded = [...loadedFiles(page)];
    const packed = loaded.reduce((sum, name) => sum + gzipSync(readFileSync(join(pagesFolder, name))).length, 0) / 1000;
    console.log(`${page}: ${packed.toFixed(1)} kB in ${loaded.length} files`);
    expect(packed, page).toBeLessThanOrEqual(most);
    expect(loaded.length, page).toBeLessThanOrEqual(files);
  }
});

test('no script but the worker of the camera is larger than 500 kB', () => {
  const large = built.filter(([name, text]) => name.endsWith('.js') && text.length > 500_000).map(([name]) => name);
  expect(large.filter((name) => !/^assets\/worker-/.test(name))).toEqual([]);
});

test('the service worker of the staff page is one file: a browser runs it as a plain script', () => {
  expect(built.find(([name]) => name === 'staff-worker.js')?.[1]).toMatch(/^(?!.*\bimport\s*[{"'*(])/s);
});

test('the staff page names what it fetches later, so that its service worker keeps it', () => {
  const html = read(pagesFolder, 'staff.html');
  for (const part of ['Ending', 'Menu', 'MattersScreen', 'GoodwillScreen', 'About'])
    expect(html).toMatch(new RegExp(`rel="prefetch"[^>]*href="/assets/${part}-`));
});

test('the first scene of the kiosk loads neither the screens of a visit, nor the keyboard, nor the camera', () => {
  const loaded = [...loadedFiles('kiosk')].join(' ');
  expect(loaded).not.toMatch(/assets\/(?:Visit|Keyboard|QrCode|client|worker)-/);
});
