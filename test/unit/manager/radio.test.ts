import { describe, expect, it } from 'vitest';
import { unavailableReasons } from '../../../devices/beacons/host/protocol.ts';
import { troublesOf } from '../../../renderer/manager/radio/receiver-standing.ts';
import { isTrouble, radioStanding } from '../../../renderer/manager/radio/standing.ts';
import { band, onStrip } from '../../../renderer/manager/zones/scale.ts';

describe('the radio in words', () => {
  it('has words for every reason the radio host can give', () => {
    for (const reason of unavailableReasons) expect(radioStanding({ state: 'unavailable', reason })).not.toBe('unknown-trouble');
  });

  it.each([
    ['listening', null, 'listening', false],
    ['starting', null, 'starting', false],
    ['unavailable', 'no-adapter', 'no-adapter', true],
    ['unavailable', 'no-bluetooth-in-kernel', 'no-bluetooth-in-kernel', true],
    ['unavailable', 'not-permitted', 'not-permitted', true],
    ['unavailable', 'powered-off', 'powered-off', true],
    ['unavailable', 'blocked', 'blocked', true],
    ['unavailable', 'busy', 'busy', true],
    ['unavailable', 'unsupported-adapter', 'unsupported-adapter', true],
    ['unavailable', 'unsupported-platform', 'unsupported-platform', true],
    ['unavailable', 'driver-failed', 'driver-trouble', true],
    ['unavailable', 'crashed', 'driver-trouble', true],
    ['unavailable', 'not-answering', 'driver-trouble', true],
    ['unavailable', 'bad-message', 'driver-trouble', true],
    ['unavailable', 'spinning', 'driver-trouble', true],
    ['starting', 'spinning', 'starting', false],
    ['silent', 'silent', 'silent', true],
    ['silent', null, 'silent', true],
    ['off', null, 'switched-off', true],
    ['unavailable', 'something-new', 'unknown-trouble', true],
  ] as const)('%s, %s', (state, reason, standing, trouble) => {
    const read = radioStanding({ state, reason });
    expect(read).toBe(standing);
    expect(isTrouble(read)).toBe(trouble);
  });
});

describe('troubles of gateways', () => {
  const gateway = (id: string, reason: string | null, state: 'heard' | 'silent' | 'never' = 'silent') =>
    ({ id, kind: 'gateway', state, reason }) as const;

  it('are told once each, whoever shares them, and the radio and sound gateways have none', () => {
    const radio = { id: 'kiosk-radio', kind: 'radio', state: 'silent', reason: null } as const;
    const found = troublesOf([
      gateway('till', 'broker-away'),
      gateway('door', null),
      gateway('yard', 'broker-away', 'never'),
      gateway('hall', null, 'heard'),
      gateway('roof', 'a reason of tomorrow'),
      radio,
    ]);
    expect(found).toEqual([
      ['broker-away', ['till', 'yard', 'roof']],
      ['gateway-silent', ['door']],
    ]);
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
