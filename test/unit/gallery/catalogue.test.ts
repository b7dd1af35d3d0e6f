import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describe } from '../../../renderer/gallery/describe.ts';

const renderer = join(import.meta.dirname, '../../../renderer');
const read = (file: string) => readFileSync(join(renderer, file), 'utf8');
const shown = readdirSync(join(renderer, 'gallery/parts'))
  .map((file) => read(`gallery/parts/${file}`))
  .flatMap((text) =>
    [...text.matchAll(/name: '(\w+)',\s*file: '([\w/.]+)'/g)].map(
      ([, name, file]) => ({ name, file }) as { name: string; file: string },
    ),
  );

/** What has no look of its own. */
const frames = ['kiosk/layout/Frame.tsx', 'kiosk/layout/KeepFrame.tsx'];
/** A lost connection is a `Notice` after a pause. */
const elsewhere = ['kiosk/layout/LinkStrip.tsx'];

test('the gallery shows every component of renderer/ui and of the kiosk’s layout; add yours to renderer/gallery/parts', () => {
  const files = ['ui', 'kiosk/layout'].flatMap((folder) =>
    readdirSync(join(renderer, folder))
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => `${folder}/${file}`),
  );
  const missing = files.filter((file) => ![...frames, ...elsewhere, ...shown.map((part) => part.file)].includes(file));
  expect(missing).toEqual([]);
});

test('each says in its own file what it is for', () => {
  expect(shown.length).toBeGreaterThan(20);
  const silent = shown.filter(({ name, file }) => describe(read(file), name).what === '').map(({ file }) => file);
  expect(silent).toEqual([]);
});

test('props are read as they are written, comments included', () => {
  expect(describe(read('ui/Choice.tsx'), 'Choice')).toEqual({
    what: 'One of a few, all of them visible.',
    props: expect.stringContaining('/** Null: nothing is chosen beforehand. */'),
  });
  expect(describe(read('ui/QrCode.tsx'), 'QrCode').props).toContain('readonly text: string');
});
