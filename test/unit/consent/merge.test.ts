import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { append, emptyLedger } from '../../../shared/consent/chain.ts';
import { allows, type ConsentEvent, type ConsentFact, ConsentKind } from '../../../shared/consent/ledger.ts';
import { allowsMerged, mergeLedgers } from '../../../shared/consent/merge.ts';
import { epochMs } from '../../../shared/units.ts';
import { fact, sha256 } from './facts.ts';

const now = epochMs(Date.UTC(2030, 0, 1));
const grow = (from: readonly ConsentEvent[], ...kinds: ConsentKind[]): ConsentEvent[] => [
  ...from,
  ...append(
    from.at(-1) ?? emptyLedger,
    kinds.map((kind, i) => fact(kind, { at: epochMs(i + from.length + 1) })),
    sha256,
  ),
];
const { principal, purpose } = fact('given');
const allowed = (events: readonly ConsentEvent[]) => allowsMerged(events, principal, purpose, now);

const kinds = fc.array(fc.constantFrom(...ConsentKind.options), { maxLength: 6 });
/** Two ledgers that grew from the same one, not knowing of each other. */
const apart = fc.tuple(kinds, kinds, kinds).map(([common, here, there]) => {
  const from = grow([], ...common);
  return [grow(from, ...here), grow(from, ...there)] as const;
});

describe('joining ledgers', () => {
  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(apart, apart, ([a, b], [c]) => {
        expect(mergeLedgers(a, b)).toEqual(mergeLedgers(b, a));
        expect(mergeLedgers(mergeLedgers(a, b), c)).toEqual(mergeLedgers(a, mergeLedgers(b, c)));
        expect(mergeLedgers(mergeLedgers(a, b), b)).toEqual(mergeLedgers(a, b));
        expect(mergeLedgers(a, a)).toEqual(a);
      }),
    );
  });

  test('of one with itself means what it meant', () => {
    fc.assert(
      fc.property(kinds, (history) => {
        expect(allowed(grow([], ...history))).toBe(allows(grow([], ...history), purpose, now));
      }),
    );
  });

  test('the negative wins: a no that the other side had not seen ends every yes of it', () => {
    fc.assert(
      fc.property(
        kinds,
        fc.array(fc.constantFrom('requested', 'given', 'renewed' as const), { maxLength: 6 }),
        (common, there) => {
          const from = grow([], ...common);
          const here = grow(from, 'withdrawn');
          expect(allowed(mergeLedgers(here, grow(from, ...there)))).toBe(false);
        },
      ),
    );
  });

  test('allows nothing that neither side allows', () => {
    fc.assert(
      fc.property(apart, ([a, b]) => {
        if (allowed(mergeLedgers(a, b))) expect(allows(a, purpose, now) || allows(b, purpose, now)).toBe(true);
      }),
    );
  });

  test('a yes that had seen the other side’s no stands', () => {
    const start = grow([], 'requested', 'given');
    const here = grow(start, 'withdrawn', 'requested', 'given');
    expect(allowed(mergeLedgers(start, here))).toBe(true);
    expect(allowed(mergeLedgers(grow(start, 'renewed'), here))).toBe(true);
    expect(allowed(mergeLedgers(grow(start, 'refused'), here))).toBe(false);
  });

  test('another person’s or purpose’s no is none of it', () => {
    const start = grow([], 'requested', 'given');
    const other = (change: Partial<ConsentFact>) => [
      ...start,
      ...append(start.at(-1) as ConsentEvent, [fact('withdrawn', change)], sha256),
    ];
    expect(allowed(mergeLedgers(start, other({ principal: 'somebody-else' })))).toBe(true);
    expect(allowed(mergeLedgers(start, other({ purpose: 'camera' })))).toBe(true);
  });
});
