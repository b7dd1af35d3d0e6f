import { copyFileSync, cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const parts = [
  'devices',
  'electron',
  'renderer',
  'shared',
  'test',
  'lingui.config.ts',
  'package.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'vite.config.ts',
  'vitest.config.ts',
];

/** Puts a copy of the project into an empty folder, with the same libraries. */
export function copyTree(folder: string): void {
  for (const part of parts)
    cpSync(join(root, part), join(folder, part), { recursive: true, filter: (path) => !path.includes(join('test', '.out')) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

/**
 * Follows docs/languages.md, "How to add a language", in a copy of the project, as a machine can: the words of Spanish (`es`) are those
 * of English. Touches nothing but the files that the recipe names.
 */
export function addSpanish(folder: string): void {
  const edit = (file: string, change: (text: string) => string) => {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${file} is not as the recipe says`);
    writeFileSync(path, after);
  };
  const ofItsOwn = (place: string) => {
    copyFileSync(join(folder, place, 'en.ts'), join(folder, place, 'es.ts'));
    edit(`${place}/es.ts`, (text) => text.replace('export const en', 'export const es'));
    edit(`${place}/index.ts`, (text) =>
      text
        .replace("import { en } from './en.ts';", "import { en } from './en.ts';\nimport { es } from './es.ts';")
        .replace('{ fr, en }', '{ fr, en, es }'),
    );
  };
  const entry = (file: string) =>
    edit(file, (text) =>
      text.replace(/^ {2}en: \{(?:.*\},|\n[\s\S]*?^ {2}\},)\n/m, (english) => `${english}${english.replace('en:', 'es:')}`),
    );

  edit('shared/contract/values.ts', (text) => text.replace("v.picklist(['fr', 'en'])", "v.picklist(['fr', 'en', 'es'])"));
  entry('shared/tongues.ts');
  ofItsOwn('shared/printing/words');
  ofItsOwn('shared/ask/words');
  edit('electron/services/ask/stems.ts', (text) =>
    text
      .replace('import type', "import { stemmer as spanish } from '@orama/stemmers/spanish';\nimport type")
      .replace('en: english }', 'en: english, es: spanish }'),
  );
  entry('shared/assistance/openings.ts');
  entry('shared/consent/statements.ts');
  entry('renderer/kiosk/keyboard/layouts.ts');
  entry('renderer/staff/push/push-words.ts');
}
