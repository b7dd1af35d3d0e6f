import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { front, standing } from '../../../renderer/staff/desk/card.ts';
import { aCall, aSnapshot, me } from './fake-station.ts';

const karim = { id: 'karim', name: 'Karim' };

describe('standing', () => {
  it.each([
    [aCall(), 'open'],
    [aCall({ claimedBy: karim, state: 'claimed' }), 'taken'],
    [aCall({ claimedBy: me, state: 'claimed' }), 'mine'],
    [aCall({ claimedBy: me, state: 'arrived' }), 'with-me'],
  ] as const)('tells who has the call', (call, expected) => {
    expect(standing(call, 'lea')).toBe(expected);
  });
});

describe('the card in front', () => {
  it('is the call I look after, even when a more urgent one waits', () => {
    const mine = aCall({ id: 'mine', claimedBy: me, state: 'claimed' });
    const { card, waiting } = front(aSnapshot([aCall({ id: 'new' }), mine]), { skipped: new Set(), asked: null });
    expect(card?.id).toBe('mine');
    expect(waiting).toBe(1);
  });

  it('is never a colleague’s', () => {
    const { card, elsewhere } = front(aSnapshot([aCall({ claimedBy: karim, state: 'claimed' })]), {
      skipped: new Set(),
      asked: null,
    });
    expect(card).toBeNull();
    expect(elsewhere).toHaveLength(1);
  });

  it('is the call whose message was tapped, until it is answered', () => {
    const calls = [aCall({ id: 'urgent' }), aCall({ id: 'asked' })];
    const choice = { skipped: new Set(['asked']), asked: 'asked' };
    expect(front(aSnapshot(calls), choice).card?.id).toBe('asked');
    const taken = [aCall({ id: 'urgent' }), aCall({ id: 'asked', claimedBy: karim, state: 'claimed' })];
    expect(front(aSnapshot(taken), choice).card?.id).toBe('urgent');
  });

  it('is some open call whenever there is one, whatever was set aside, and counts every call once', () => {
    const owners = fc.constantFrom(null, me, karim);
    fc.assert(
      fc.property(fc.array(owners, { maxLength: 8 }), fc.array(fc.nat(8)), (claims, aside) => {
        const calls = claims.map((claimedBy, i) => aCall({ id: `c${i}`, claimedBy }));
        const { card, waiting, elsewhere } = front(aSnapshot(calls), {
          skipped: new Set(aside.map((i) => `c${i}`)),
          asked: null,
        });
        expect(card === null).toBe(claims.every((owner) => owner === karim));
        const mine = claims.filter((owner) => owner === me).length;
        const shownOpen = card?.claimedBy === null ? 1 : 0;
        expect(waiting + elsewhere.length + mine + shownOpen).toBe(calls.length);
      }),
    );
  });
});
