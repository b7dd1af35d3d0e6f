import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { append, emptyLedger } from '../../../shared/consent/chain.ts';
import {
  allows,
  type ConsentEvent,
  ConsentKind,
  isLegal,
  StoredConsentEvent,
  statusOf,
  unknownConsent,
} from '../../../shared/consent/ledger.ts';
import { epochMs } from '../../../shared/units.ts';
import { fact, sha256 } from './facts.ts';

const now = epochMs(5000);
const ledger = (...kinds: ConsentKind[]): ConsentEvent[] =>
  append(
    emptyLedger,
    kinds.map((kind) => fact(kind)),
    sha256,
  );
const allowed = (...kinds: ConsentKind[]): boolean => allows(ledger(...kinds), 'recognition', now);

describe('what allows', () => {
  test.each([
    [[], false],
    [['requested'], false],
    [['given'], false],
    [['requested', 'refused'], false],
    [['requested', 'given'], true],
    [['requested', 'given', 'renewed'], true],
    [['requested', 'given', 'withdrawn'], false],
    [['requested', 'given', 'expired'], false],
    [['requested', 'given', 'withdrawn', 'given'], false],
    [['requested', 'given', 'withdrawn', 'renewed'], false],
    [['requested', 'given', 'withdrawn', 'requested'], false],
    [['requested', 'given', 'withdrawn', 'requested', 'given'], true],
    [['requested', 'given', 'erased', 'requested', 'given'], false],
    [['withdrawn', 'requested', 'given'], true],
    [['requested', 'given', 'requested', 'given'], true],
    [['requested', 'given', 'requested', 'refused'], false],
  ] as [ConsentKind[], boolean][])('%j → %s', (kinds, expected) => {
    expect(allowed(...kinds)).toBe(expected);
  });
  test('one purpose says nothing about another', () => {
    const events = append(emptyLedger, [fact('requested'), fact('given')], sha256);
    expect(allows(events, 'history', now)).toBe(false);
  });
  test('validity ends by the clock, without an event', () => {
    const events = append(emptyLedger, [fact('requested'), fact('given', { validUntil: now })], sha256);
    expect(allows(events, 'recognition', epochMs(now - 1))).toBe(true);
    expect(allows(events, 'recognition', now)).toBe(false);
  });
  test('a renewal moves the end', () => {
    const events = append(
      emptyLedger,
      [fact('requested'), fact('given', { validUntil: now }), fact('renewed', { validUntil: epochMs(now + 10) })],
      sha256,
    );
    expect(allows(events, 'recognition', now)).toBe(true);
  });
});

describe('what may follow what', () => {
  test('a no is legal from everywhere but the grave', () => {
    for (const kinds of [[], ['requested'], ['requested', 'given'], ['requested', 'refused'], ['withdrawn']] as ConsentKind[][]) {
      expect(isLegal(statusOf(ledger(...kinds), 'recognition'), 'withdrawn')).toBe(true);
    }
    expect(isLegal(statusOf(ledger('erased'), 'recognition'), 'withdrawn')).toBe(false);
  });
  test('nothing follows an erasure', () => {
    for (const kind of ConsentKind.options) expect(isLegal(statusOf(ledger('erased'), 'recognition'), kind)).toBe(false);
  });
  test('nobody has given anything before they were asked', () => {
    expect(isLegal(unknownConsent, 'given')).toBe(false);
    expect(isLegal(unknownConsent, 'requested')).toBe(true);
  });
});

const kinds = fc.array(fc.constantFrom(...ConsentKind.options), { maxLength: 12 });

test('after any history, the last word being no means no', () => {
  fc.assert(
    fc.property(kinds, fc.constantFrom('withdrawn', 'erased' as const), (history, no) => {
      expect(allowed(...history, no)).toBe(false);
    }),
  );
});

test('a yes without an open question never turns a no into a yes', () => {
  fc.assert(
    fc.property(kinds, fc.constantFrom('given', 'renewed' as const), (history, yes) => {
      if (allowed(...history) || statusOf(ledger(...history), 'recognition').state === 'requested') return;
      expect(allowed(...history, yes)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

describe('a kiosk that was offline', () => {
  test('its grant loses against a withdrawal it had not seen, whichever arrives first', () => {
    const start = append(emptyLedger, [fact('requested'), fact('given')], sha256);
    const withdrawn = append(start[1] as ConsentEvent, [fact('withdrawn')], sha256);
    const late = append(withdrawn[0] as ConsentEvent, [fact('requested'), fact('given')], sha256, 2);
    expect(allows([...start, ...withdrawn, ...late], 'recognition', now)).toBe(false);

    const early = append(start[1] as ConsentEvent, [fact('renewed')], sha256, 2);
    const after = append(early[0] as ConsentEvent, [fact('withdrawn')], sha256, 2);
    expect(allows([...start, ...early, ...after], 'recognition', now)).toBe(false);
  });
  test('a grant that had seen the withdrawal stands', () => {
    const start = append(emptyLedger, [fact('requested'), fact('given'), fact('withdrawn')], sha256);
    const again = append(start[2] as ConsentEvent, [fact('requested'), fact('given')], sha256);
    expect(allows([...start, ...again], 'recognition', now)).toBe(true);
  });
  test('merging two kiosks in any order: if one said no and the other had not seen it, it is no', () => {
    const stream = fc.array(fc.constantFrom('requested', 'given', 'renewed' as const), { maxLength: 6 });
    fc.assert(
      fc.property(stream, fc.array(fc.boolean(), { maxLength: 7 }), (grants, order) => {
        const events = append(emptyLedger, [fact('requested'), fact('given')], sha256);
        const known = 2;
        const here = [fact('withdrawn')];
        const there = grants.map((kind) => fact(kind));
        for (const fromHere of [...order, ...Array<boolean>(8).fill(true), ...Array<boolean>(8).fill(false)]) {
          const next = (fromHere ? here : there).shift();
          if (next) events.push(...append(events.at(-1) as ConsentEvent, [next], sha256, known));
        }
        expect(allows(events, 'recognition', now)).toBe(false);
      }),
    );
  });
});

test('the order of the array does not matter, only the seq', () => {
  const events = ledger('requested', 'given', 'withdrawn');
  expect(statusOf(events.toReversed(), 'recognition')).toEqual(statusOf(events, 'recognition'));
});

test('an event comes back from storage as it went in', () => {
  const shown = { version: 'recognition-1', language: 'fr', sha256: sha256('x') } as const;
  const [event] = append(emptyLedger, [fact('requested', { shown })], sha256);
  expect(v.parse(StoredConsentEvent, JSON.parse(JSON.stringify(event)))).toEqual(event);
});
