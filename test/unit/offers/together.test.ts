import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Companion, TogetherCount, togetherPolicy } from '../../../shared/offers/together.ts';

/** Receipts in, companions out. */
function companionsOf(receipts: readonly (readonly string[])[]): Map<string, Companion[]> {
  const count = new TogetherCount();
  for (const receipt of receipts) count.add(receipt);
  const settling = count.companions();
  for (;;) {
    const step = settling.next();
    if (step.done) return step.value;
  }
}
const times = <T>(n: number, thing: T): T[] => Array.from({ length: n }, () => thing);
const names = (companions: Map<string, Companion[]>, of: string) => companions.get(of)?.map(({ productId }) => productId);

describe('what is bought together', () => {
  test('needs five receipts that hold both', () => {
    expect(companionsOf(times(4, ['bread', 'butter'])).size).toBe(0);
    const five = companionsOf(times(5, ['bread', 'butter']));
    expect(names(five, 'bread')).toEqual(['butter']);
    expect(names(five, 'butter')).toEqual(['bread']);
    expect(five.get('bread')?.[0]?.receipts).toBe(5);
  });

  test('counts a product once a receipt, and leaves a receipt out that is longer than a household’s', () => {
    expect(companionsOf(times(4, ['bread', 'butter', 'bread', 'butter'])).size).toBe(0);
    const long = Array.from({ length: togetherPolicy.longest + 1 }, (_, i) => `p${i}`);
    expect(companionsOf(times(9, long)).size).toBe(0);
  });

  test('prefers what belongs to the product over what is in every basket', () => {
    const receipts = [...times(20, ['pasta', 'tomatoes', 'bag']), ...times(10, ['pasta', 'bag']), ...times(300, ['bag', 'milk'])];
    expect(names(companionsOf(receipts), 'pasta')?.[0]).toBe('tomatoes');
  });

  test('trusts many receipts more than few of the same share', () => {
    const receipts = [...times(30, ['tea', 'honey']), ...times(5, ['coffee', 'sugar'])];
    const found = companionsOf(receipts);
    const score = (of: string) => (found.get(of)?.[0]?.score ?? 0) * Math.sqrt(of === 'tea' ? 30 : 5);
    expect(score('tea')).toBeGreaterThan(score('coffee'));
  });
});

const product = fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f');
const store = fc.array(fc.array(product, { maxLength: 6 }), { maxLength: 80 });

describe('for any receipts', () => {
  test('every pair shown rests on at least five of them, never on itself, and on no more places than are kept', () => {
    fc.assert(
      fc.property(store, (receipts) => {
        for (const [of, list] of companionsOf(receipts)) {
          expect(list.length).toBeLessThanOrEqual(togetherPolicy.most);
          for (const { productId, receipts: n } of list) {
            const both = receipts.filter((receipt) => receipt.includes(of) && receipt.includes(productId)).length;
            expect([productId === of, n, n >= togetherPolicy.leastReceipts]).toEqual([false, both, true]);
          }
        }
      }),
    );
  });

  test('the order they came in changes nothing', () => {
    fc.assert(
      fc.property(store, (receipts) => {
        const there = companionsOf(receipts);
        const back = companionsOf(receipts.map((receipt) => receipt.toReversed()).reverse());
        expect(new Map([...back].sort())).toEqual(new Map([...there].sort()));
      }),
    );
  });
});
