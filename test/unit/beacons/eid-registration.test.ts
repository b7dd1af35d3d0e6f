import { hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeEid } from '../../../devices/beacons/eid.ts';
import {
  identityKeyAtBeacon,
  identityKeyAtResolver,
  keyPairOf,
  newKeyPair,
  registerBeacon,
} from '../../../devices/beacons/eid-registration.ts';
import { EidTable } from '../../../devices/beacons/eid-table.ts';
import { fromHex, hex } from '../../../devices/beacons/hex.ts';
import { CallerError } from '../../../shared/errors.ts';
import { epochMs } from '../../../shared/units.ts';

const bytes = (text: string) => fromHex(text)!;
/** RadiusNetworks/ephemeral_calc, spec/key_pair_spec.rb. */
const resolver = keyPairOf(bytes('61136adab1bf302f1c49e860196aeefd8fbaa41518b4c226372d6cc469c47278'));
const beacon = keyPairOf(bytes('6ea13b5ef3cc642fd6102c1d85c096b510f56efc488114a4562a987bf4525628'));
const shared = bytes('690821890fffb83bb348fb620d0a10e625fe3d919b5594e7b9258d50f829b90b');
const identityKey = 'f40d6f18e5882260e847e99ca33ac44f';

describe('key agreement', () => {
  test('gives the published keys, on both sides', () => {
    expect(hex(resolver.publicKey)).toBe('29769a045dcb811ba3025985b9de91eb9a57dadbceb68a1e6a3c2b1af4868e1f');
    expect(hex(beacon.publicKey)).toBe('c63e6f89aab47552c8d621a59c81d0af203f6570a4bd7a267a08a17561c8bc2b');
    expect(hex(identityKeyAtResolver(resolver, beacon.publicKey))).toBe(identityKey);
    expect(hex(identityKeyAtBeacon(beacon, resolver.publicKey))).toBe(identityKey);
    const salt = Buffer.concat([resolver.publicKey, beacon.publicKey]);
    expect(Buffer.from(hkdfSync('sha256', shared, salt, '', 16)).toString('hex')).toBe(identityKey);
  });

  test('of any two pairs gives both sides one key, and a third another', () => {
    for (let i = 0; i < 20; i++) {
      const [ours, theirs, third] = [newKeyPair(), newKeyPair(), newKeyPair()];
      const key = hex(identityKeyAtResolver(ours, theirs.publicKey));
      expect(key).toMatch(/^[0-9a-f]{32}$/);
      expect(hex(identityKeyAtBeacon(theirs, ours.publicKey))).toBe(key);
      expect(hex(identityKeyAtResolver(third, theirs.publicKey))).not.toBe(key);
      expect(keyPairOf(ours.privateKey)).toEqual(ours);
    }
  });

  // Points of small order: u = 0, 1, p - 1 and p (RFC 7748 §6.1 and §7).
  test.each([['00'.repeat(32)], [`01${'00'.repeat(31)}`], [`ec${'ff'.repeat(30)}7f`], [`ed${'ff'.repeat(30)}7f`]])(
    'the public key %s, whose secret is zero, is refused',
    (publicKey) => {
      expect(() => identityKeyAtResolver(resolver, bytes(publicKey))).toThrow(/everybody the same secret/);
      expect(() => identityKeyAtBeacon(beacon, bytes(publicKey))).toThrow(CallerError);
    },
  );

  test('keys of any other length are refused in words', () => {
    const wrong = fc.uint8Array({ maxLength: 80 }).filter(({ length }) => length !== 32);
    fc.assert(
      fc.property(wrong, (key) => {
        expect(() => identityKeyAtResolver(resolver, key)).toThrow(/a public key has 32 bytes/);
        expect(() => keyPairOf(key)).toThrow(/a private key has 32 bytes/);
      }),
    );
  });

  test('any 32 bytes are a key or refused, and nothing else is thrown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (key) => {
        try {
          expect(identityKeyAtResolver(resolver, key)).toHaveLength(16);
        } catch (error) {
          expect(error).toBeInstanceOf(CallerError);
        }
      }),
    );
  });
});

describe('registration', () => {
  const now = epochMs(1_790_000_000_500);
  const clock = 65_280;
  const request = {
    beaconPublic: beacon.publicKey,
    exponent: 10,
    beaconClock: clock,
    eid: computeEid(bytes(identityKey), 10, clock),
  };

  test('gives what the table needs to know the beacon from then on', () => {
    const registration = registerBeacon(resolver, request, now);
    expect(registration).toEqual({ identityKey: bytes(identityKey), exponent: 10, clockOffset: clock - 1_790_000_000 });
    const table = new EidTable();
    table.set({ keyId: 'card', ...registration });
    const later = epochMs(now + 5000_000);
    table.move(later);
    expect(table.resolve(computeEid(bytes(identityKey), 10, clock + 5000))).toBe('card');
  });

  test('accepts a beacon that has not switched yet', () => {
    const late = { ...request, eid: computeEid(bytes(identityKey), 10, clock - 1024) };
    expect(registerBeacon(resolver, late, now).clockOffset).toBe(clock - 1_790_000_000);
  });

  test.each([
    ['an identifier two quanta old', { eid: computeEid(bytes(identityKey), 10, clock - 2048) }, /does not advertise/],
    ['an identifier to come', { eid: computeEid(bytes(identityKey), 10, clock + 1024) }, /does not advertise/],
    ["somebody else's public key", { beaconPublic: newKeyPair().publicKey }, /does not advertise/],
    ['another exponent', { exponent: 9 }, /does not advertise/],
    ['an exponent of 16', { exponent: 16 }, /0 to 15/],
    ['half an exponent', { exponent: 0.5 }, /0 to 15/],
    ['a clock before its beginning', { beaconClock: -1 }, /32 bits/],
    ['a clock beyond 32 bits', { beaconClock: 2 ** 32 }, /32 bits/],
    ['no clock', { beaconClock: Number.NaN }, /32 bits/],
  ])('refuses %s', (_, wrong, words) => {
    expect(() => registerBeacon(resolver, { ...request, ...wrong }, now)).toThrow(words);
  });
});
