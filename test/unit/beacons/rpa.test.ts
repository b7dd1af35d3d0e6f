import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { fromHex, hex } from '../../../devices/beacons/hex.ts';
import { Recent } from '../../../devices/beacons/recent.ts';
import { ah, isResolvable, mostIrks, RpaHints } from '../../../devices/beacons/rpa.ts';
import type { Hint } from '../../../shared/identity/hint.ts';
import type { Identity, ResolveEid } from '../../../shared/identity/identify.ts';
import type { BeaconId } from '../../../shared/presence/types.ts';

const bytes = (text: string) => fromHex(text)!;
/** Bluetooth Core Specification, Vol 3 Part H, Appendix D.7. */
const irk = bytes('ec0234a357c8ad05341010a60a397d9b');
const address = '7081940dfbaa';

/** An address of a key, with a given prand. */
const addressOf = (key: Uint8Array, prand: number): string => {
  const three = Uint8Array.of(0x40 | ((prand >> 16) & 0x3f), (prand >> 8) & 0xff, prand & 0xff);
  return hex(three) + ah(key, three);
};

test("the specification's sample", () => {
  expect(ah(irk, bytes('708194'))).toBe('0dfbaa');
  expect(() => ah(irk, bytes('7081'))).toThrow(/3 bytes/);
  expect(() => ah(irk.subarray(1), bytes('708194'))).toThrow(/16 bytes/);
});

test.each([
  ['7081940dfbaa', true],
  ['400000000000', true],
  ['7fffffffffff', true],
  ['3fffffffffff', false],
  ['800000000000', false],
  ['c0de00000001', false],
  ['7081940dfba', false],
  ['', false],
])('%s is resolvable: %s', (text, expected) => {
  expect(isResolvable(text)).toBe(expected);
});

describe('hints', () => {
  test('find the key behind an address, the same object each time', () => {
    const hints = new RpaHints();
    hints.set('phone', irk);
    hints.set('other', new Uint8Array(16));
    expect(hints.hint(address)).toEqual({ kind: 'hint', keys: ['phone'] });
    expect(hints.hint(address)).toBe(hints.hint(address));
    expect(hints.hint('7081940dfbab')).toBeNull();
    expect(hints.hint('c0de00000001')).toBeNull();
  });

  test('name every key that fits', () => {
    const hints = new RpaHints();
    hints.set('a', irk);
    hints.set('b', irk);
    expect(hints.hint(address)?.keys).toEqual(['a', 'b']);
  });

  test('know a key added after a stranger was seen, and no key that was deleted', () => {
    const hints = new RpaHints();
    hints.set('other', new Uint8Array(16));
    expect(hints.hint(address)).toBeNull();
    hints.set('phone', irk);
    expect(hints.hint(address)?.keys).toEqual(['phone']);
    hints.delete('phone');
    expect(hints.hint(address)).toBeNull();
    expect(new RpaHints().hint(address)).toBeNull();
  });

  test('agree with the definition for any key and prand', () => {
    const key = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(key, fc.integer({ min: 0, max: 0x3fffff }), (one, prand) => {
        const hints = new RpaHints();
        hints.set('phone', one);
        expect(hints.hint(addressOf(one, prand))?.keys).toEqual(['phone']);
      }),
    );
  });

  test('remember a bounded number of strangers, who do not push out those we know', () => {
    const hints = new RpaHints();
    hints.set('phone', irk);
    const known = hints.hint(address);
    for (let i = 0; i < 20_000; i++) hints.hint((0x4000_0000_0000 + i).toString(16));
    expect(hints.remembered).toBe(8192 + 1);
    expect(hints.hint(address)).toBe(known);
    for (let i = 0; i < 3000; i++) hints.hint(addressOf(irk, i));
    expect(hints.remembered).toBe(8192 + 1024);
  });

  test('refuse what is no key, and more keys than one packet can pay for', () => {
    const hints = new RpaHints();
    expect(() => hints.set('phone', new Uint8Array(15))).toThrow(/16 bytes/);
    for (let i = 0; i < mostIrks; i++) hints.set(`${i}`, irk);
    expect(() => hints.set('one more', irk)).toThrow(/at most 256/);
    hints.set('0', new Uint8Array(16));
  });
});

test('the least recently used entry goes first', () => {
  const recent = new Recent<string, number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  expect(recent.get('a')).toBe(1);
  recent.set('c', 3);
  expect([recent.get('a'), recent.get('b'), recent.get('c'), recent.size]).toEqual([1, undefined, 3, 2]);
});

// For the compiler: these lines do not compile once a hint could pass for an identity.
test('a hint is no identity, no name of a beacon and no resolver of one', () => {
  expectTypeOf<Hint>().not.toExtend<Identity>();
  expectTypeOf<Identity>().not.toExtend<Hint>();
  expectTypeOf<Hint['keys']>().not.toExtend<BeaconId>();
  expectTypeOf<Hint[keyof Hint]>().not.toExtend<BeaconId>();
  expectTypeOf<RpaHints['hint']>().not.toExtend<ResolveEid>();
  const greet = (identity: Identity) => identity.beacon;
  const hint: Hint = { kind: 'hint', keys: ['phone'] };
  // @ts-expect-error a hint names no beacon
  expect(greet(hint)).toBeUndefined();
});
