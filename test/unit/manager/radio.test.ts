import { describe, expect, it } from 'vitest';
import { isTrouble, radioStanding } from '../../../renderer/manager/radio/standing.ts';
import { band, onStrip } from '../../../renderer/manager/zones/scale.ts';

describe('the radio in words', () => {
  it.each([
    ['listening', null, 'listening', false],
    ['starting', null, 'starting', false],
    ['unavailable', 'no-adapter', 'no-adapter', true],
    ['unavailable', 'no-bluetooth-in-kernel', 'no-bluetooth-in-kernel', true],
    ['unavailable', 'not-permitted', 'not-permitted', true],
    ['unavailable', 'powered-off', 'powered-off', true],
    ['silent', null, 'silent', true],
    ['off', null, 'switched-off', true],
    ['unavailable', 'something-new', 'unknown-trouble', true],
  ] as const)('%s, %s', (state, reason, standing, trouble) => {
    const read = radioStanding({ state, reason });
    expect(read).toBe(standing);
    expect(isTrouble(read)).toBe(trouble);
  });
});

describe('the signal strip', () => {
  it('keeps everything on the strip', () => {
    expect([-127, -100, -65, -30, 20].map(onStrip)).toEqual([0, 0, 0.5, 1, 1]);
  });

  it('reads a strength as the zone does', () => {
    expect(band(-70, -70, -80)).toBe('near');
    expect(band(-75, -70, -80)).toBe('between');
    expect(band(-80, -70, -80)).toBe('between');
    expect(band(-81, -70, -80)).toBe('far');
  });
});
