import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** All source files under `folder`, with their text. */
const sources = (...folders: string[]) =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.[cm]?tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(file, 'utf8') })),
  );

const all = sources('electron', 'devices', 'shared', 'renderer');
const shell = all.filter(({ file }) => file.startsWith('electron/shell/') || /^electron\/(main\.ts|preload\.cts)$/.test(file));

/** Electron at run time; `import type` and `typeof import()` vanish when compiled. */
const loadsElectron = (text: string) =>
  /^\s*import\s+(?!type\b)[^;]*?from\s*['"]electron['"]/m.test(text) ||
  /^\s*import\s*['"]electron['"]/m.test(text) ||
  /\brequire\(\s*['"]electron['"]\s*\)/.test(text) ||
  /(?<!typeof )\bimport\(\s*['"]electron['"]\s*\)/.test(text);

test('the detector sees every way of loading Electron, and no type', () => {
  for (const text of [
    "import { app } from 'electron';",
    "import electron from 'electron'",
    "import {\n  app,\n  type X,\n} from 'electron';",
    "import 'electron';",
    "const e = require('electron');",
    "await import('electron')",
  ]) {
    expect(loadsElectron(text), text).toBe(true);
  }
  for (const text of [
    "import type { Session } from 'electron';",
    "type E = typeof import('electron');",
    "resolve('electron/package.json')",
  ]) {
    expect(loadsElectron(text), text).toBe(false);
  }
});

test('only the entry and the preload script load Electron', () => {
  expect(
    all
      .filter(({ text }) => loadsElectron(text))
      .map(({ file }) => file)
      .toSorted(),
  ).toEqual(['electron/main.ts', 'electron/preload.cts']);
});

test('even its types stay in the shell', () => {
  const others = all.filter(
    (source) => !shell.includes(source) && /\b(from|import|require)\s*\(?\s*['"]electron['"]/.test(source.text),
  );
  expect(others.map(({ file }) => file)).toEqual([]);
});

test.each([
  ['opens addresses or files outside', /\bopenExternal\b|\bopenPath\b|\bimport\b[^;]*\bshell\b[^;]*from 'electron'/],
  ['weakens a page', /\b(webSecurity|nodeIntegration\w*|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures)\b/],
  ['trusts a broken certificate', /'certificate-error'|setCertificateVerifyProc/],
  ['reaches into Electron by the back door', /@electron\/remote|process\.binding|_linkedBinding/],
  ['runs text as code', /\beval\(|\bnew Function\b|\bexecuteJavaScript\b|\binsertCSS\b/],
  ['exports raw messaging to a page', /exposeInMainWorld\([^)]*ipcRenderer/],
  ['lays rights on the Electron program', /\bsetcap\b/],
])('nothing in the shell %s', (_what, pattern) => {
  expect(shell.length).toBeGreaterThan(20);
  expect(shell.filter(({ text }) => pattern.test(text)).map(({ file }) => file)).toEqual([]);
});

test('isolation and sandbox are never switched off', () => {
  for (const { file, text } of shell) {
    expect(/\b(contextIsolation|sandbox)\s*:\s*false\b/.test(text), file).toBe(false);
  }
  const main = readFileSync('electron/main.ts', 'utf8');
  for (const first of ['app.enableSandbox()', 'registerSchemesAsPrivileged(', 'requestSingleInstanceLock()', 'decideStart(']) {
    expect(main.indexOf(first), first).toBeGreaterThan(0);
    expect(main.indexOf(first), first).toBeLessThan(main.indexOf('whenReady()'));
  }
  // Electron becomes ready only after its entry module has finished, so waiting at the top level would wait for ever.
  expect(main).not.toMatch(/^await /m);
});
