import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DecisionInput, decide } from '../../../shared/offers/decide.ts';
import { plainCategories } from '../../../shared/offers/sensitive.ts';

const today = '2026-11-22';
const offer = (id: string, change: Partial<DecisionInput['offers'][number]> = {}): DecisionInput['offers'][number] => ({
  id: `o-${id}`,
  productId: id,
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
  active: true,
  ...change,
});
const product = (id: string, category = 'grocery', stock = 5) => ({ id, category, stock });
const catalogue = (...products: ReturnType<typeof product>[]) => new Map(products.map((one) => [one.id, one]));

/** A store that sells coffee, tea and bread on offer; tea is the most bought. */
const base: DecisionInput = {
  offers: [offer('coffee'), offer('tea'), offer('bread')],
  products: catalogue(
    product('coffee', 'drinks'),
    product('tea', 'drinks'),
    product('bread', 'bakery'),
    product('beer', 'alcohol'),
  ),
  popularity: new Map([
    ['tea', 100],
    ['bread', 60],
    ['coffee', 10],
  ]),
  history: null,
  declined: [],
  today,
};
const bought = (productId: string, ...days: string[]) => days.map((on) => ({ on, productId }));

describe('eligibility', () => {
  test.each([
    ['inactive', { offers: [offer('tea', { active: false })] }],
    ['not-started', { offers: [offer('tea', { startsOn: '2026-11-23' })] }],
    ['ended', { offers: [offer('tea', { endsOn: '2026-11-21' })] }],
    ['out-of-stock', { products: catalogue(product('tea', 'drinks', 0)) }],
    ['out-of-stock', { products: catalogue() }],
    ['sensitive-category', { products: catalogue(product('tea', 'pharmacy')) }],
    ['sensitive-category', { products: catalogue(product('tea', 'nobody-classified-this')) }],
    ['declined', { declined: [{ offerId: 'o-tea', category: 'other', on: today }] }],
    ['declined', { declined: [{ offerId: 'o-else', category: 'drinks', on: '2026-10-24' }] }],
  ] as [string, Partial<DecisionInput>][])('%s', (reason, change) => {
    const input = { ...base, offers: [offer('tea')], ...change };
    expect(decide(input)).toEqual({ chosen: null, why: null, notChosen: [{ offerId: 'o-tea', reason }] });
  });
  test('both days of the span count', () => {
    expect(decide({ ...base, offers: [offer('tea', { startsOn: today, endsOn: today })] }).chosen).toBe('o-tea');
  });
  test('"not for me" holds 30 days and then is over', () => {
    const declinedOn = (on: string) => ({ ...base, declined: [{ offerId: 'o-tea', category: 'drinks', on }] });
    expect(decide(declinedOn('2026-10-24')).chosen).toBe('o-bread');
    expect(decide(declinedOn('2026-10-23')).chosen).toBe('o-tea');
  });
  test.each(['baby', 'pregnancy', 'pharmacy', 'alcohol', 'halal', 'kosher', 'seniors', 'discounted-expiring'])(
    'the category %s is never taken for a plain one',
    (category) => expect(plainCategories.has(category)).toBe(false),
  );
});

describe('ranking', () => {
  test('without a consent for history the most popular offer is chosen, and says so', () => {
    const decision = decide(base);
    expect(decision.chosen).toBe('o-tea');
    expect(decision.why).toEqual({ kind: 'popular', times: null, since: null });
    expect(decision.notChosen).toEqual([
      { offerId: 'o-bread', reason: 'lower-score' },
      { offerId: 'o-coffee', reason: 'lower-score' },
    ]);
  });
  test('a consent without a purchase gives the same', () => {
    expect(decide({ ...base, history: [] })).toEqual(decide(base));
  });
  test('own purchases win over popularity, with the true count of baskets and the first day', () => {
    const history = bought('coffee', '2026-09-03', '2026-09-10', '2026-09-10', '2026-11-20');
    expect(decide({ ...base, history })).toMatchObject({
      chosen: 'o-coffee',
      why: { kind: 'bought-before', times: 3, since: '2026-09-03' },
    });
  });
  test('when popularity is the larger term, it is the reason given', () => {
    const { chosen, why } = decide({ ...base, history: bought('tea', '2026-11-20') });
    expect(chosen).toBe('o-tea');
    expect(why?.kind).toBe('popular');
  });
  test('what was bought lately counts more than what was bought long ago', () => {
    const popularity = new Map<string, number>();
    const history = [...bought('bread', '2026-01-05', '2026-01-12'), ...bought('coffee', '2026-11-10', '2026-11-17')];
    expect(decide({ ...base, popularity, history }).chosen).toBe('o-coffee');
  });
  test('equal scores go to the smaller id, in whatever order the offers come', () => {
    const twins = [offer('tea', { id: 'b' }), offer('tea', { id: 'a' }), offer('tea', { id: 'c' })];
    for (const offers of [twins, twins.toReversed()]) expect(decide({ ...base, offers }).chosen).toBe('a');
    const popularity = new Map([['tea', 100]]);
    const history = [...bought('coffee', '2026-11-01'), ...bought('bread', '2026-11-01')];
    const pair = [offer('coffee', { id: 'z' }), offer('bread', { id: 'y' })];
    for (const offers of [pair, pair.toReversed()]) expect(decide({ ...base, offers, popularity, history }).chosen).toBe('y');
  });
  test('a single offer that can be chosen is chosen, and says that it is the only one', () => {
    expect(decide({ ...base, offers: [offer('coffee')], popularity: new Map() }).why?.kind).toBe('only-one');
  });
  test('several offers and no evidence for any: none, because "why this?" would have no true answer', () => {
    expect(decide({ ...base, popularity: new Map() })).toMatchObject({ chosen: null, why: null });
  });
  test('sensitive purchases count nowhere: not as a reason, not as a basket that ages the others', () => {
    const coffee = bought('coffee', '2026-10-01', '2026-10-02');
    const beer = bought('beer', ...Array.from({ length: 28 }, (_, day) => `2026-11-${String(day + 1).padStart(2, '0')}`));
    expect(decide({ ...base, history: [...coffee, ...beer] })).toEqual(decide({ ...base, history: coffee }));
  });
});

const ids = ['coffee', 'tea', 'bread', 'beer', 'jam'];
const anyInput: fc.Arbitrary<DecisionInput> = fc.record({
  offers: fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      productId: fc.constantFrom(...ids),
      startsOn: fc.constantFrom('2026-11-01', '2026-12-01'),
      endsOn: fc.constantFrom('2026-11-21', '2026-12-31'),
      active: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  ),
  products: fc
    .array(fc.record({ id: fc.constantFrom(...ids), category: fc.constantFrom('drinks', 'alcohol', 'new'), stock: fc.nat(2) }))
    .map((products) => catalogue(...products)),
  popularity: fc.array(fc.tuple(fc.constantFrom(...ids), fc.nat(50))).map((entries) => new Map(entries)),
  history: fc.option(
    fc.array(fc.record({ on: fc.constantFrom('2026-03-01', '2026-09-09', today), productId: fc.constantFrom(...ids) })),
  ),
  declined: fc.array(
    fc.record({
      offerId: fc.string({ minLength: 1, maxLength: 3 }),
      category: fc.constantFrom('drinks', 'alcohol'),
      on: fc.constantFrom('2026-01-01', '2026-11-01'),
    }),
    { maxLength: 2 },
  ),
  today: fc.constant(today),
});

test('every offer is either the chosen one or has exactly one reason', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { chosen, notChosen } = decide(input);
      const named = [...notChosen.map(({ offerId }) => offerId), ...(chosen === null ? [] : [chosen])];
      expect(named.sort()).toEqual(input.offers.map(({ id }) => id).sort());
    }),
  );
});

test('the decision depends on the facts, never on the order in which they come', () => {
  fc.assert(
    fc.property(anyInput, fc.infiniteStream(fc.nat()), (input, keys) => {
      const shuffle = <T>(list: readonly T[]): T[] =>
        list
          .map((item) => [keys.next().value as number, item] as const)
          .sort(([a], [b]) => a - b)
          .map(([, item]) => item);
      const shuffled = { ...input, offers: shuffle(input.offers), history: input.history && shuffle(input.history) };
      expect(decide(shuffled).chosen).toBe(decide(input).chosen);
      expect(decide(shuffled).why).toEqual(decide(input).why);
    }),
  );
});

test('whoever the customer is, an offer has one price: who decides cannot see it, what is chosen cannot change it', () => {
  fc.assert(
    fc.property(anyInput, fc.array(fc.tuple(anyInput, fc.nat(900)), { minLength: 1, maxLength: 5 }), (store, customers) => {
      const priced = store.offers.map((one, index) => ({ ...one, priceCents: 100 + index }));
      const before = JSON.stringify(priced);
      for (const [{ history, declined }] of customers) {
        const withPrices = decide({ ...store, offers: priced, history, declined });
        expect(withPrices).toEqual(decide({ ...store, history, declined }));
        expect(JSON.stringify(withPrices)).not.toContain('priceCents');
      }
      expect(JSON.stringify(priced)).toBe(before);
    }),
  );
});

test('a sensitive or unknown category is never chosen, whatever was bought', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { chosen } = decide(input);
      const productId = input.offers.find(({ id }) => id === chosen)?.productId;
      if (productId !== undefined) expect(input.products.get(productId)?.category).toBe('drinks');
    }),
  );
});

test('"bought before" is said only of what this customer did buy', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { chosen, why } = decide(input);
      if (why?.kind !== 'bought-before') return;
      const productId = input.offers.find(({ id }) => id === chosen)?.productId;
      const days = (input.history ?? []).filter((one) => one.productId === productId).map(({ on }) => on);
      expect(why.times).toBe(new Set(days).size);
      expect(why.since).toBe(days.sort()[0]);
    }),
  );
});
