import { describe, expect, it } from 'vitest';
import { keys, layouts, nextLayer } from '../../../renderer/kiosk/keyboard/layouts.ts';

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
    for (const layer of Object.values(layout)) {
      expect(keysOf(layer)).toEqual(expect.arrayContaining([keys.hide, keys.back, keys.space, keys.enter, keys.figures]));
    }
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
