import { describe, expect, it } from 'vitest';
import { gatewayHears, receiverTrouble } from '../../../renderer/manager/radio/receiver-standing.ts';

describe('a gateway in words', () => {
  it.each([
    ['heard', null, null],
    ['silent', null, 'gateway-silent'],
    ['never', null, 'gateway-never'],
    ['heard', 'broker-away', 'broker-away'],
    ['never', 'wrong-password', 'wrong-password'],
    ['silent', 'not-readable', 'not-readable'],
    ['silent', 'something-new', 'broker-away'],
  ] as const)('%s, %s: %s', (state, reason, trouble) => {
    expect(receiverTrouble({ kind: 'gateway', state, reason })).toBe(trouble);
  });

  it('of the kiosk’s own radio are said elsewhere', () => {
    expect(receiverTrouble({ kind: 'radio', state: 'silent', reason: null })).toBeNull();
  });
});

it('a gateway that is heard stands in for the kiosk’s radio, one that is not does not', () => {
  const gateway = { kind: 'gateway', state: 'heard' } as const;
  expect(gatewayHears([{ kind: 'radio', state: 'heard' }])).toBe(false);
  expect(gatewayHears([{ ...gateway, state: 'silent' }])).toBe(false);
  expect(gatewayHears([{ ...gateway, state: 'silent' }, gateway])).toBe(true);
});
