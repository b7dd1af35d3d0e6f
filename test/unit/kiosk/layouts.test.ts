import { describe, expect, it } from 'vitest';
import { firstLayer, keys, layouts, nextLayer } from '../../../renderer/kiosk/keyboard/layouts.ts';

const keysOf = (rows: readonly string[]) => rows.flatMap((row) => row.split(' '));

describe('the on-screen keyboard', () => {
  it('is AZERTY in French and QWERTY in English', () => {
    expect(layouts.fr.default[1]).toMatch(/^a z e r t y/);
    expect(layouts.en.default[0]).toMatch(/^q w e r t y/);
  });

  it.each(['fr', 'en'] as const)('writes every letter of the language and can always hide, delete and send (%s)', (language) => {
    const letters = language === 'fr' ? 'abcdefghijklmnopqrstuvwxyzéèêàâçùûôîœ' : 'abcdefghijklmnopqrstuvwxyz';
    const layout = layouts[language];
    expect(keysOf(layout.default)).toEqual(expect.arrayContaining([...letters]));
    expect(keysOf(layout.shift)).toEqual(expect.arrayContaining([...letters.toLocaleUpperCase(language)]));
    expect(keysOf(layout.figures)).toEqual(expect.arrayContaining([...'0123456789']));
    const { pad, ...written } = layout;
    expect(keysOf(pad)).toEqual(expect.arrayContaining([...'0123456789', keys.hide, keys.back, keys.enter]));
    for (const layer of Object.values(written)) {
      expect(keysOf(layer)).toEqual(expect.arrayContaining([keys.hide, keys.back, keys.space, keys.enter, keys.figures]));
    }
  });

  it('is a pad of digits for a field that takes nothing else, and stays one', () => {
    expect(firstLayer('numeric')).toBe('pad');
    expect(firstLayer('')).toBe('default');
    for (const key of ['7', keys.back]) expect(nextLayer('pad', key)).toBe('pad');
  });

  it('writes one capital, then small letters again', () => {
    expect(nextLayer('default', keys.shift)).toBe('shift');
    expect(nextLayer('shift', 'A')).toBe('default');
    expect(nextLayer('shift', keys.shift)).toBe('default');
  });

  it('stays on the figures until told otherwise', () => {
    expect(nextLayer('default', keys.figures)).toBe('figures');
    expect(nextLayer('figures', '7')).toBe('figures');
    expect(nextLayer('figures', keys.figures)).toBe('default');
  });
});
