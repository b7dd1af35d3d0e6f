import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The arrows of imports: `renderer → shared ← devices ← electron → shared`. */

const root = join(import.meta.dirname, '../..');
const rooms = ['shared', 'devices', 'electron', 'renderer'] as const;
const mayImport: Record<(typeof rooms)[number], readonly string[]> = {
  shared: ['shared'],
  devices: ['devices', 'shared'],
  electron: ['electron', 'devices', 'shared'],
  renderer: ['renderer', 'devices', 'shared'],
};
/** The only packages a pure rule may use. */
const purePackages = ['valibot', 'temporal-polyfill'];
/** What reads a clock or rolls dice without being given one. */
const impure = /\b(?:Date\.now|Math\.random|performance\.now|setTimeout|setInterval|crypto\.|new Date\(\))/;

const sources = (room: string): string[] =>
  readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|tsx|cts|mts|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, name]) => name as string);

describe.each(rooms)('%s', (room) => {
  const files = sources(room);

  test('imports only where its arrows point', () => {
    expect(files.length).toBeGreaterThan(5);
    const wrong = files.flatMap((file) =>
      importsOf(readFileSync(file, 'utf8'))
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(root, join(dirname(file), name)).split('/')[0] as string)
        .filter((target) => !mayImport[room].includes(target))
        .map((target) => `${relative(root, file)} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});

test('shared imports no package beyond the allow-list, and reads no clock', () => {
  const wrong = sources('shared').flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const foreign = importsOf(text).filter((name) => !name.startsWith('.') && !purePackages.includes(name));
    return [...foreign, ...(impure.exec(text) ?? [])].map((found) => `${relative(root, file)}: ${found}`);
  });
  expect(wrong).toEqual([]);
});

test('nothing but the shell loads electron, and the renderer imports only the camera from devices', () => {
  const electron = sources('electron').filter((file) => /^import (?!type)[^;]*from 'electron'/m.test(readFileSync(file, 'utf8')));
  expect(
    electron.map((file) => relative(root, file)).filter((file) => !/^electron\/(?:main\.ts|preload\.cts|shell\/)/.test(file)),
  ).toEqual([]);
  const devices = sources('renderer').flatMap((file) =>
    importsOf(readFileSync(file, 'utf8')).filter((name) => name.includes('/devices/') && !name.includes('/devices/camera/')),
  );
  expect(devices).toEqual([]);
});
