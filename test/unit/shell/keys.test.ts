import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keypadKeys } from '../../../shared/access/keypad.ts';
import { type Key, mayPress } from '../../../shared/access/keys.ts';

const plain: Key = { type: 'keyDown', key: 'a', control: false, alt: false, meta: false };
const press = (key: string, held: Partial<Key> = {}): Key => ({ ...plain, ...held, key });

test.each([
  'a',
  'Z',
  '7',
  'é',
  'ß',
  '€',
  '@',
  '"',
  ' ',
  '😀',
  'Backspace',
  'Delete',
  'Dead',
  'Process',
  'Tab',
  'Enter',
  'ArrowLeft',
])('a text field takes %s', (key) => {
  expect(mayPress(press(key), true)).toBe(true);
});

test.each(['Tab', 'Enter', ' ', 'Escape', 'ArrowUp', 'Home', 'PageDown', 'Shift'])(
  '%s works without a text field, so that no screen needs a touch',
  (key) => {
    expect(mayPress(press(key), false)).toBe(true);
  },
);

test.each(['a', '7', 'é'])('a scanner may type %s without a text field', (key) => {
  expect(mayPress(press(key), false)).toBe(true);
});

test.each(['Backspace', 'Delete', 'Dead'])('%s is refused where nothing can be typed', (key) => {
  expect(mayPress(press(key), false)).toBe(false);
});

const chords: [string, Partial<Key>][] = [
  ...[...'rwnpostqRacvxzfhjkldu+-=0'].map((key): [string, Partial<Key>] => [key, { control: true }]),
  ['I', { control: true }],
  ['Tab', { control: true }],
  ['F4', { alt: true }],
  ['ArrowLeft', { alt: true }],
  ['ArrowRight', { alt: true }],
  ['Enter', { alt: true }],
  [' ', { alt: true }],
  ['Delete', { control: true, alt: true }],
  ['Escape', { control: true }],
  ['d', { meta: true }],
  ['r', { meta: true }],
  ['Tab', { meta: true }],
];
test.each(chords)('%s with %o is refused', (key, held) => {
  expect(mayPress(press(key, held), true)).toBe(false);
  expect(mayPress(press(key, held), false)).toBe(false);
});

const keypad: readonly string[] = keypadKeys;
const special = [
  ...Array.from({ length: 24 }, (_, i) => `F${i + 1}`).filter((key) => !keypad.includes(key)),
  'Control',
  'Alt',
  'Meta',
  'ContextMenu',
  'PrintScreen',
  'BrowserBack',
  'BrowserHome',
  'BrowserRefresh',
  'LaunchMail',
  'MediaPlayPause',
  'AudioVolumeMute',
  'Insert',
  'Pause',
  'F25',
  'Unidentified',
  '',
  'ab',
  '\u0000',
  '\u001b',
  '\u202e',
];
test.each(special)('%j is refused', (key) => {
  expect(mayPress(press(key), true)).toBe(false);
  expect(mayPress(press(key), false)).toBe(false);
});

test('no key at all passes together with Ctrl, Alt or the system key', () => {
  const held = fc.record({ control: fc.boolean(), alt: fc.boolean(), meta: fc.boolean() });
  fc.assert(
    fc.property(fc.string(), held, fc.boolean(), (key, modifiers, textFocused) => {
      if (!modifiers.control && !modifiers.alt && !modifiers.meta) return;
      expect(mayPress(press(key, modifiers), textFocused)).toBe(false);
    }),
  );
});
