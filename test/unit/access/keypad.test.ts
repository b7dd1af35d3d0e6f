import * as v from 'valibot';
import { expect, test } from 'vitest';
import { actionOf, clash, keypadActions, keypadKeys, usualKeypad } from '../../../shared/access/keypad.ts';
import { mayPress } from '../../../shared/access/keys.ts';
import { AccessSettings } from '../../../shared/contract/index.ts';

const settings = { screen: null, lowerEdge: null, headphonesOnly: false, keypad: usualKeypad };

test('every action has a key of its own to begin with', () => {
  expect(clash(usualKeypad)).toBeNull();
  for (const action of keypadActions) expect(actionOf(usualKeypad, usualKeypad[action] ?? '')).toBe(action);
  expect(actionOf(usualKeypad, 'a')).toBeNull();
});

test('a key given twice is refused, and the second line is named', () => {
  expect(clash({ ...usualKeypad, louder: 'F1' })).toBe('louder');
  const result = v.safeParse(AccessSettings, { ...settings, keypad: { ...usualKeypad, louder: 'F1' } });
  expect(result.issues?.map((issue) => v.getDotPath(issue))).toEqual(['keypad.louder']);
});

test('two actions without a key do not clash', () => {
  expect(v.is(AccessSettings, { ...settings, keypad: { ...usualKeypad, louder: null, quieter: null } })).toBe(true);
});

test.each(['a', 'F5', 'F6', 'F7', 'F11', 'F12', 'BrowserBack', 'PrintScreen'])('%s can be given to nothing', (key) => {
  expect(v.is(AccessSettings, { ...settings, keypad: { ...usualKeypad, help: key } })).toBe(false);
});

test('the locked window lets the keys of a keypad through, alone and never with a modifier', () => {
  const press = { type: 'keyDown', control: false, alt: false, meta: false };
  for (const key of keypadKeys) {
    expect(mayPress({ ...press, key }, false), key).toBe(true);
    for (const held of ['control', 'alt', 'meta']) expect(mayPress({ ...press, key, [held]: true }, true), key).toBe(false);
  }
});
