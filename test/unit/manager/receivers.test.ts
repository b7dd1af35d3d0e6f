import { describe, expect, it } from 'vitest';
import { receiverTrouble } from '../../../renderer/manager/radio/receiver-standing.ts';

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
