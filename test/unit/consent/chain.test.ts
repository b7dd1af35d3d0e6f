import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { append, canonicalJson, emptyLedger, verifyChain } from '../../../shared/consent/chain.ts';
import type { ConsentEvent } from '../../../shared/consent/ledger.ts';
import { epochMs } from '../../../shared/units.ts';
import { fact, sha256 } from './facts.ts';

const events = append(
  emptyLedger,
  ['requested', 'given', 'withdrawn', 'requested'].map((kind) => fact(kind as 'given')),
  sha256,
);

describe('verifyChain', () => {
  test('an untouched ledger is whole, also when it was written in pieces', () => {
    const more = append(events.at(-1) as ConsentEvent, [fact('given')], sha256);
    expect(verifyChain([...events, ...more], sha256)).toEqual({ ok: true, tail: { seq: 5, hash: more[0]?.hash } });
    expect(verifyChain([], sha256)).toEqual({ ok: true, tail: emptyLedger });
  });
  test('finds the first event that was changed', () => {
    const forged = events.map((event) => (event.seq === 3 ? { ...event, kind: 'renewed' as const } : event));
    expect(verifyChain(forged, sha256)).toEqual({ ok: false, badSeq: 3, problem: 'changed' });
  });
  test('finds an event that was taken out', () => {
    expect(
      verifyChain(
        events.filter(({ seq }) => seq !== 2),
        sha256,
      ),
    ).toEqual({ ok: false, badSeq: 2, problem: 'missing' });
  });
  test('finds an event that was replaced together with its own hash', () => {
    const [other] = append(events[0] as ConsentEvent, [fact('refused')], sha256);
    const forged = events.map((event) => (event.seq === 2 ? (other as ConsentEvent) : event));
    expect(verifyChain(forged, sha256)).toEqual({ ok: false, badSeq: 3, problem: 'relinked' });
  });
  test('any change of any field of any event is found there', () => {
    const changes: Partial<ConsentEvent>[] = [
      { principal: 'p2' },
      { purpose: 'history' },
      { at: epochMs(1001) },
      { by: 'station' },
      { kioskId: 'k2' },
      { shown: { version: '1', language: 'fr', sha256: '' } },
      { validUntil: epochMs(1) },
      { basedOn: 9 },
    ];
    fc.assert(
      fc.property(fc.nat(3), fc.constantFrom(...changes), (index, change) => {
        const forged = events.map((event, place) => (place === index ? { ...event, ...change } : event));
        expect(verifyChain(forged, sha256)).toEqual({ ok: false, badSeq: index + 1, problem: 'changed' });
      }),
    );
  });
});

describe('canonicalJson', () => {
  test('does not depend on the order in which keys were written', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é"' }], a: true })).toBe('{"a":true,"b":[1,{"c":"é\\"","d":null}]}');
  });
  test('means the same as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
  test('refuses what JSON would drop silently', () => {
    expect(() => canonicalJson({ a: undefined })).toThrow('canonical');
  });
});
