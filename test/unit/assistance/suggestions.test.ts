import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longWaitMs, lookedFor, type Situation, suggest } from '../../../shared/assistance/suggestions.ts';
import { Attempt, CallReason } from '../../../shared/contract/index.ts';
import { cents, millis } from '../../../shared/units.ts';

const syrup = { name: { fr: 'Sirop de menthe', en: 'Mint syrup' }, aisle: '6', stock: 0 };
const situation = (more: Partial<Situation> = {}): Situation => ({
  reasons: ['asked'],
  tried: [],
  language: 'en',
  name: 'Camille',
  waitedMs: millis(0),
  product: null,
  goodwillCents: cents(0),
  ...more,
});
const tried = (kind: Attempt['kind'], text: string | null = null): Attempt => ({ kind, text });

describe('the opening', () => {
  const opening = (more: Partial<Situation>) => suggest(situation(more))[0];
  test('speaks the shopper’s language and uses a name only when there is one', () => {
    expect(opening({})).toEqual({ kind: 'opening', words: 'Hello Camille, what can I do for you?', because: 'called' });
    expect(opening({ language: 'fr', name: null })).toMatchObject({ words: 'Bonjour, que puis-je faire pour vous ?' });
  });
  test('takes up the last thing that did not work, not what worked after it', () => {
    const steps = [tried('search-empty', 'mint syrup'), tried('search-found', 'milk')];
    expect(opening({ tried: steps })).toMatchObject({
      words: 'Hello Camille, you were looking for “mint syrup”: let us look together.',
      because: 'search-empty',
    });
  });
  test('listens first to a complaint, whatever was tried', () => {
    expect(opening({ reasons: ['asked', 'complaint'], tried: [tried('error')] })).toMatchObject({ because: 'complaint' });
  });
  test('quotes nothing that is too long to say', () => {
    expect(opening({ tried: [tried('search-empty', 'x'.repeat(31))] })).toMatchObject({ because: 'called' });
  });
});

describe('what to check', () => {
  const check = (more: Partial<Situation>) => suggest(situation(more)).find(({ kind }) => kind === 'check');
  test('is the aisle and the stock of what was looked for', () => {
    expect(check({ tried: [tried('search-found', 'syrup')], product: syrup })).toEqual({
      kind: 'check',
      check: 'product',
      product: syrup,
      because: 'searched',
    });
  });
  test('is that the catalogue lists nothing like it', () => {
    expect(check({ tried: [tried('search-empty', 'trumpet')] })).toMatchObject({ check: 'not-listed', text: 'trumpet' });
  });
  test('is the kiosk after a fault, the question after one without an answer, and nothing when nothing was tried', () => {
    expect(check({ tried: [tried('error')] })).toMatchObject({ check: 'kiosk' });
    expect(check({ tried: [tried('question-unanswered', 'Pets?')] })).toMatchObject({ check: 'question', text: 'Pets?' });
    expect(check({})).toBeUndefined();
  });
  test('looks only searches up', () => {
    expect(lookedFor([tried('search-found', 'milk'), tried('offer-seen')])).toBe('milk');
    expect(lookedFor([tried('search-found', 'milk'), tried('question-unanswered', 'Pets?')])).toBeNull();
    expect(lookedFor([])).toBeNull();
  });
});

describe('a gesture', () => {
  const gesture = (more: Partial<Situation>) =>
    suggest(situation({ goodwillCents: cents(500), ...more })).find(({ kind }) => kind === 'gesture');
  test.each([
    ['a complaint', { reasons: ['complaint'] }, 'our-mistake'],
    ['a fault', { tried: [tried('error')] }, 'kiosk-fault'],
    ['an empty shelf', { tried: [tried('search-found', 'syrup')], product: syrup }, 'not-in-stock'],
    ['a long wait', { waitedMs: millis(longWaitMs) }, 'long-wait'],
  ] as const)('is proposed after %s, and says how much it may be', (_what, more, reason) => {
    expect(gesture(more)).toMatchObject({ reason, upToCents: 500 });
  });
  test('is not proposed without a cause, nor without a budget', () => {
    expect(gesture({ waitedMs: millis(longWaitMs - 1) })).toBeUndefined();
    expect(gesture({ reasons: ['complaint'], goodwillCents: cents(0) })).toBeUndefined();
  });
});

test('there are at most three suggestions, one of each kind, the opening first, each with its cause', () => {
  const attempt = fc.record({ kind: fc.constantFrom(...Attempt.entries.kind.options), text: fc.option(fc.string()) });
  fc.assert(
    fc.property(
      fc.array(attempt, { maxLength: 8 }),
      fc.subarray([...CallReason.options], { minLength: 1 }),
      fc.constantFrom(null, syrup),
      fc.nat(600_000),
      fc.nat(5_000),
      (steps, reasons, product, wait, left) => {
        const made = suggest(situation({ tried: steps, reasons, product, waitedMs: millis(wait), goodwillCents: cents(left) }));
        const kinds = made.map(({ kind }) => kind);
        expect(kinds[0]).toBe('opening');
        expect(new Set(kinds).size).toBe(kinds.length);
        for (const { because } of made) expect(because).not.toBe('');
      },
    ),
  );
});
