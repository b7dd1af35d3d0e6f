import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

/** The part of `@electron/fuses` that electron-builder uses on the packaged program. */
interface Fuses {
  flipFuses(file: string, fuses: Record<string | number, unknown>): Promise<number>;
  getCurrentFuseWire(file: string): Promise<Record<string | number, unknown>>;
  FuseVersion: { V1: string };
  FuseV1Options: Record<string, number>;
}
const { flipFuses, getCurrentFuseWire, FuseVersion, FuseV1Options } = createRequire(import.meta.url)('@electron/fuses') as Fuses;

const shut = 0x30;
const open = 0x31;

/** Names as in electron-builder.yml, positions as on the wire. */
const option = (name: string) => {
  const position = FuseV1Options[`${name[0]?.toUpperCase()}${name.slice(1)}`];
  if (position === undefined) throw new Error(`no fuse ${name}`);
  return position;
};

test('the configured fuses, burnt into a program of the documented layout, read back as configured', async () => {
  const { electronFuses } = parse(await readFile('electron-builder.yml', 'utf8')) as { electronFuses: Record<string, boolean> };
  const folder = await mkdtemp(join(tmpdir(), 'prevenance-fuses-'));
  try {
    const program = join(folder, 'electron');
    // Sentinel, version 1, number of fuses, then one character per fuse; every fuse starts the other way round.
    const wire = Buffer.alloc(8, shut);
    for (const [name, on] of Object.entries(electronFuses)) wire[option(name)] = on ? shut : open;
    const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
    await writeFile(
      program,
      Buffer.concat([Buffer.alloc(64, 1), sentinel, Buffer.from([1, wire.length]), wire, Buffer.alloc(64, 2)]),
    );

    const settings = Object.fromEntries(Object.entries(electronFuses).map(([name, on]) => [option(name), on]));
    await flipFuses(program, { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...settings });

    const read = await getCurrentFuseWire(program);
    for (const [name, on] of Object.entries(electronFuses)) expect(read[option(name)], name).toBe(on ? open : shut);
    const bytes = await readFile(program);
    expect(bytes.subarray(0, 64)).toEqual(Buffer.alloc(64, 1));
    expect(bytes.subarray(-64)).toEqual(Buffer.alloc(64, 2));
  } finally {
    await rm(folder, { recursive: true });
  }
});
