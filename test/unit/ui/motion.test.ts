import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What a browser can move or repaint without laying the page out anew: on a slow kiosk a layout per frame is what stutters. */
const light = [
  'transform',
  'translate',
  'scale',
  'rotate',
  'opacity',
  'visibility',
  'color',
  'background-color',
  'border-color',
  'outline-color',
  'fill',
  'stroke',
  'stroke-dashoffset',
];

const renderer = join(import.meta.dirname, '../../../renderer');
const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, css: readFileSync(join(renderer, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '') }));

/** The properties that `transition` names in a style sheet, and those that its `@keyframes` set. */
function moved(css: string): string[] {
  const transitions = [...css.matchAll(/\btransition(?:-property)?:\s*([^;]+);/g)].flatMap(([, value = '']) =>
    value.split(/,(?![^(]*\))/).map((part) => part.trim().split(/\s/)[0] ?? ''),
  );
  const frames = [...css.matchAll(/@keyframes\s+[\w-]+\s*\{((?:[^{}]*\{[^{}]*\})*)/g)].flatMap(([, body = '']) =>
    [...body.matchAll(/([\w-]+)\s*:/g)].map(([, property = '']) => property),
  );
  return [...transitions, ...frames].filter((property) => property !== 'none');
}

test('nothing that moves makes the page be laid out anew', () => {
  expect(moved('a { transition: width 1s; } @keyframes x { from { opacity: 0; } to { top: 1px; } }')).toEqual([
    'width',
    'opacity',
    'top',
  ]);
  const all = sheets.flatMap(({ name, css }) => moved(css).map((property) => `${name}: ${property}`));
  expect(all.length).toBeGreaterThan(10);
  expect(all.filter((found) => !light.includes(found.split(': ')[1] ?? ''))).toEqual([]);
});
