import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const require = createRequire(import.meta.url);

interface BuilderConfig {
  readonly asarUnpack: readonly string[];
  readonly files: readonly string[];
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly linux: { readonly target: readonly string[]; readonly executableArgs?: readonly string[] };
  readonly win: { readonly target: readonly string[] };
  readonly [key: string]: unknown;
}

const text = readFileSync('electron-builder.yml', 'utf8');
const config = parse(text) as BuilderConfig;
/** electron-builder's own schema: the one it checks a configuration against before it does anything. */
const schema = JSON.parse(readFileSync(require.resolve('app-builder-lib/scheme.json'), 'utf8')) as object;
// Its schema uses a keyword of its own (`typeof`) and union types, which strict mode does not know.
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);

test('electron-builder’s own schema accepts the file', () => {
  validate(config);
  expect(validate.errors ?? []).toEqual([]);
});

test('the schema would notice a mistake', () => {
  expect(validate({ ...config, electronFuse: {} })).toBe(false);
  expect(validate({ ...config, electronFuses: { ...config.electronFuses, runAsNode: 'no' } })).toBe(false);
  expect(validate({ ...config, nsis: { perMachin: true } })).toBe(false);
});

test('every fuse the schema knows is set, and each one shut', () => {
  const { definitions } = schema as { definitions: { FuseOptionsV1: { properties: Record<string, unknown> } } };
  const known = Object.keys(definitions.FuseOptionsV1.properties).filter((name) => name !== 'resetAdHocDarwinSignature');
  expect(Object.keys(config.electronFuses).toSorted()).toEqual(known.toSorted());
  const on = Object.keys(config.electronFuses).filter((name) => config.electronFuses[name]);
  expect(on.toSorted()).toEqual(['enableCookieEncryption', 'enableEmbeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar']);
});

test('the targets are the three formats, and nothing is published', () => {
  expect(config.linux.target).toEqual(['deb', 'AppImage']);
  expect(config.win.target).toEqual(['nsis']);
  expect(config.publish).toBeNull();
  expect(config.npmRebuild).toBe(false);
});

test('no package starts without Chromium’s sandbox', () => {
  expect(config.linux.executableArgs ?? []).toEqual([]);
  expect(text).not.toContain('--no-sandbox');
  expect(readFileSync('packaging/systemd/prevenance-kiosk.service', 'utf8')).not.toContain('--no-sandbox');
});

/** electron-builder's own matcher, so that a pattern means here what it means when a package is made. */
const { FileMatcher } = require('app-builder-lib/out/fileMatcher') as {
  FileMatcher: new (
    from: string,
    to: string,
    expand: (pattern: string) => string,
    patterns: readonly string[],
  ) => { createFilter(): (file: string, stat: { isDirectory(): boolean }) => boolean };
};
const packs = (file: string, patterns = config.files) => {
  const matcher = new FileMatcher('/app', '/out', (pattern) => pattern, patterns);
  return matcher.createFilter()(`/app/${file}`, { isDirectory: () => false });
};

test.each([
  'dist/electron/main.js',
  'dist/electron/preload.cjs',
  'dist/electron/headless.js',
  'dist/shared/units.js',
  'dist/devices/beacons/host/main.js',
  'dist/renderer/kiosk.html',
  'dist/renderer/assets/kiosk-abc.js',
  'electron/store/migrations/0000_first.sql',
  'electron/store/migrations/meta/_journal.json',
  'package.json',
])('%s is packed', (file) => {
  expect(packs(file)).toBe(true);
});

test.each([
  'electron/main.ts',
  'electron/store/schema.ts',
  'renderer/kiosk.html',
  'test/unit/x.test.ts',
  'dist/types/renderer/api.d.ts',
  'dist/electron/main.d.ts',
  'dist/electron/preload.d.cts',
  'dist/electron.tsbuildinfo',
  'dist/electron/main.js.map',
  'data/store.sqlite',
  '.env',
  'package-lock.json',
])('%s stays out', (file) => {
  expect(packs(file)).toBe(false);
});

/** Production packages are chosen by electron-builder itself; of our patterns only those that exclude apply to them. */
const packsModule = (file: string) => packs(file, ['**/*', ...config.files.filter((pattern) => pattern.startsWith('!'))]);

test.each([
  'node_modules/better-sqlite3/prebuilds/linux-x64.node',
  'node_modules/argon2/prebuilds/linux-arm64/argon2.armv8.glibc.node',
  'node_modules/argon2/prebuilds/win32-x64/argon2.glibc.node',
  'node_modules/fastify/fastify.js',
])('%s is packed', (file) => {
  expect(packsModule(file)).toBe(true);
});

test.each([
  'node_modules/better-sqlite3/deps/sqlite3/sqlite3.c',
  'node_modules/better-sqlite3/prebuilds/darwin-arm64.node',
  'node_modules/argon2/prebuilds/linux-arm/argon2.armv7.glibc.node',
  'node_modules/argon2/prebuilds/darwin-arm64/argon2.armv8.node',
])('%s stays out', (file) => {
  expect(packsModule(file)).toBe(false);
});

test('native addons are unpacked', () => {
  expect(config.asarUnpack).toContain('**/*.node');
});
