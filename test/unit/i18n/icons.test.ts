import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const renderer = join(import.meta.dirname, '../../../renderer');
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
const imported = /import \{([^}]*)\} from 'lucide-react'/;

/** Every icon of a file as it stands in the code. */
const iconsOf = (text: string): string[] => {
  const names = (imported.exec(text)?.[1] ?? '')
    .split(',')
    .map((name) => name.trim().split(' as ').at(-1) ?? '')
    .filter((name) => /^[A-Z]/.test(name));
  return names.flatMap((name) => text.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []);
};

const sources = files.map((file) => [file, readFileSync(join(renderer, file), 'utf8')] as const);

test('no icon speaks: the library hides them, and the word beside each is what is read out', () => {
  const found = sources.flatMap(([file, text]) => iconsOf(text).map((icon) => `${file}: ${icon}`));
  expect(found.length).toBeGreaterThan(40);
  expect(found.filter((icon) => /aria-label|aria-hidden=\{false\}|role=|title=/.test(icon))).toEqual([]);
});

test('there is one set of icons, taken one by one', () => {
  const all = sources.map(([, text]) => text).join('\n');
  expect(all).not.toMatch(/import \* as \w+ from 'lucide-react'|from 'lucide-react\/|dynamicIconImports|DynamicIcon/);
  expect(all).not.toMatch(/from '(?:@phosphor-icons|react-icons|@heroicons|@mui\/icons|@tabler)/);
});
