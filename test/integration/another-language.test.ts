import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSpanish, copyTree } from '../support/another-language.ts';

/** Everything that runs, without the tests: they cost as long again. */
const projects = ['electron', 'renderer'];
let folder: string;

/** What a program of the copy says; its complaint when it fails. */
const run = (program: string, ...args: string[]): Promise<string> =>
  promisify(execFile)(process.execPath, [program, ...args], {
    cwd: folder,
    maxBuffer: 1 << 24,
    env: { ...process.env, NO_COLOR: '1' },
  }).then(
    ({ stdout }) => stdout,
    (failure: { stdout: string; stderr: string }) => `failed: ${failure.stdout}${failure.stderr}`,
  );
const tool = (name: string, ...args: string[]) => run(join(folder, 'node_modules', name), ...args);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'prevenance-language-'));
  copyTree(folder);
  addSpanish(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.concurrent('a language added by the recipe leaves the compiler nothing to ask for', async () => {
  expect(await tool('typescript/bin/tsc', '-b', ...projects)).toBe('');
}, 240_000);

test.concurrent('its catalogues want its sentences and nothing else', async () => {
  expect(await tool('@lingui/cli/dist/lingui.js', 'extract', '--clean', '--overwrite')).toMatch(/ es +│/);
  for (const page of ['kiosk', 'staff', 'manager', 'transparency']) {
    const entries = (language: string) => [
      ...readFileSync(join(folder, `renderer/i18n/${page}/${language}.po`), 'utf8').matchAll(/^msgid "(.+)"\nmsgstr "(.*)"/gm),
    ];
    const ids = (language: string) => entries(language).map(([, id]) => id);
    expect(ids('es')).toEqual(ids('en'));
    expect(new Set(entries('es').map(([, , sentence]) => sentence))).toEqual(new Set(['']));
  }
}, 120_000);

test.concurrent('a store with few words in it shows the others in English, says so, and asks for consent in words that exist', async () => {
  expect(JSON.parse(await run('test/support/spanish-store.mjs'))).toEqual({
    found: ['Chufas de Valencia'],
    plain: [true, 'en'],
    questions: 0,
    reply: 'Sí, el piano es de todos.',
    consent: { first: 'en', pretended: 'unknown-text', honest: 'taken', later: 'es' },
    kept: { product: 'Chufas de Valencia', offer: 'Oferta', answer: 'en' },
  });
}, 120_000);
