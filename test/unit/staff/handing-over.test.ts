import { describe, expect, it } from 'vitest';
import { ringing } from '../../../renderer/staff/alarm/ring.ts';
import { front, standing } from '../../../renderer/staff/desk/card.ts';
import { noticeBetween } from '../../../renderer/staff/desk/notice.ts';
import { millis } from '../../../shared/units.ts';
import { aCall, aSnapshot, me } from './fake-station.ts';

const karim = { id: 'karim', name: 'Karim' };
const lea = { id: me.id, name: me.name };
const offered = aCall({ id: 'offered', state: 'claimed', claimedBy: karim, handOver: { to: lea, leftMs: millis(30_000) } });

describe('a call that a colleague asks me to take over', () => {
  it('stands in front of calls that wait, rings, and is nobody else’s', () => {
    const snapshot = aSnapshot([aCall(), offered]);
    expect(standing(offered, lea.id)).toBe('offered');
    expect(front(snapshot, { skipped: new Set(), asked: null })).toMatchObject({
      card: { id: 'offered' },
      waiting: 1,
      elsewhere: [],
    });
    expect(ringing(snapshot)).toContain('offered/1/hand-over');
  });
  it('waits behind the shopper I am with', () => {
    const mine = aCall({ id: 'mine', state: 'arrived', claimedBy: lea });
    expect(front(aSnapshot([offered, mine]), { skipped: new Set(), asked: null })).toMatchObject({
      card: { id: 'mine' },
      elsewhere: [{ id: 'offered' }],
    });
  });
});

describe('a call that I ask a colleague to take over', () => {
  const asked = aCall({ state: 'claimed', claimedBy: lea, handOver: { to: karim, leftMs: millis(30_000) } });
  it('is said to be mine still when they do not', () => {
    const kept = aSnapshot([{ ...asked, handOver: null }]);
    expect(noticeBetween(asked, kept, new Set())).toEqual({ kind: 'not-handed-over', to: 'Karim' });
  });
  it('is said to be theirs when they do', () => {
    const gone = aSnapshot([{ ...asked, claimedBy: karim, handOver: null }]);
    expect(noticeBetween(asked, gone, new Set())).toMatchObject({ kind: 'taken', owner: 'Karim' });
  });
});

describe('a call that leaves my page', () => {
  it('is said to be over, unless it is I who went off duty or on a break', () => {
    const empty = aSnapshot([]);
    expect(noticeBetween(aCall(), empty, new Set())).toMatchObject({ kind: 'gone' });
    expect(noticeBetween(aCall(), { ...empty, me: { ...empty.me, onDuty: false } }, new Set())).toBeNull();
    expect(noticeBetween(aCall(), { ...empty, duty: { ...empty.duty, breakMs: millis(60_000) } }, new Set())).toBeNull();
  });
});
