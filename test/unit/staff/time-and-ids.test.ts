import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { commandId, type RandomBytes } from '../../../renderer/staff/desk/command-id.ts';
import { left, since, waited } from '../../../renderer/staff/desk/waited.ts';
import { Id } from '../../../shared/contract/index.ts';

describe('waited', () => {
  it.each([
    [0, 'second', 0],
    [89_999, 'second', 89],
    [90_000, 'minute', 1],
    [119_999, 'minute', 1],
    [600_000, 'minute', 10],
    [-5, 'second', 0],
  ] as const)('%i ms reads as %s %i', (ms, unit, count) => {
    expect(waited(ms)).toEqual({ unit, count });
  });

  it('goes on between snapshots and never runs backwards', () => {
    expect(since(5_000, 100, 1_100)).toBe(6_000);
    expect(since(5_000, 100, 50)).toBe(5_000);
    expect(left(5_000, 100, 1_100)).toBe(4_000);
    expect(left(5_000, 100, 9_999_999)).toBe(0);
  });
});

/** Gives the same bytes each time, filled into the given array as `crypto.getRandomValues` does. */
const giving =
  (bytes: Uint8Array): RandomBytes =>
  (into) => {
    into.set(bytes);
    return into;
  };

describe('commandId', () => {
  it('is an identifier of the contract and differs with every byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.nat(15), (bytes, i) => {
        const id = commandId(giving(bytes));
        expect(v.is(Id, id)).toBe(true);
        const changed = Uint8Array.from(bytes);
        changed[i] = (changed[i]! + 1) % 256;
        expect(commandId(giving(changed))).not.toBe(id);
      }),
    );
  });
});
