import { describe, expect, it } from 'vitest';
import { Refused } from '../../../renderer/api.ts';
import { createDesk } from '../../../renderer/staff/desk/desk.ts';
import { aSnapshot, doors, FakeStation, unreachable } from './fake-station.ts';

async function openDesk(station: FakeStation) {
  let commands = 0;
  const desk = createDesk(station, { now: () => 0, pause: async () => undefined, commandId: () => `command-${++commands}` });
  station.answers('auth/doors', doors(true));
  await desk.actions.open();
  station.push(aSnapshot([]));
  return desk;
}

const gesture = { amountCents: 500, reason: 'long-wait', words: null, to: { kind: 'voucher' } } as const;
const given = { gesture: { id: 'g', voucher: '123' } };
const sent = (station: FakeStation, name: string) => station.asked.filter((asked) => asked.name === name);

describe('something sent that belongs to no call', () => {
  it('is sent again by itself, and then is over', async () => {
    const station = new FakeStation().answers('staff/duty', unreachable, { ok: true });
    const { store, actions } = await openDesk(station);
    await actions.setDuty(true);
    expect(sent(station, 'staff/duty')).toHaveLength(2);
    expect(store.getState()).toMatchObject({ errand: null, notice: null });
  });

  it('stays on the screen without an answer, and goes out once more when the station is heard', async () => {
    const station = new FakeStation().answers('staff/break', unreachable);
    const { store, actions } = await openDesk(station);
    await actions.takeBreak(10);
    expect(store.getState().errand).toEqual({ kind: 'break', state: 'unknown' });
    station.answers('staff/break', { ok: true });
    station.beat();
    await expect.poll(() => store.getState().errand).toBeNull();
  });

  it('is a gesture with one identifier however often it is sent, shown when its answer comes', async () => {
    const station = new FakeStation().answers('staff/goodwill-grant', unreachable);
    const { store, actions } = await openDesk(station);
    await actions.grant(gesture);
    expect(store.getState()).toMatchObject({ errand: { kind: 'goodwill', state: 'unknown' }, granted: null });
    station.answers('staff/goodwill-grant', given);
    await actions.retryErrand();
    const ids = sent(station, 'staff/goodwill-grant').map(({ input }) => (input as { commandId: string }).commandId);
    expect(ids.length).toBeGreaterThan(4);
    expect(new Set(ids)).toEqual(new Set(['command-1']));
    expect(store.getState()).toMatchObject({ errand: null, granted: given.gesture });
  });

  it('says why it was refused', async () => {
    const station = new FakeStation().answers('staff/goodwill-grant', new Refused('over-day', 'too much'));
    const { store, actions } = await openDesk(station);
    await actions.grant(gesture);
    expect(store.getState()).toMatchObject({ errand: null, notice: { kind: 'refused', code: 'over-day' } });
  });

  it('is not sent again for whoever logs in next', async () => {
    const station = new FakeStation().answers('staff/goodwill-grant', unreachable).answers('auth/logout', { ok: true });
    const { store, actions } = await openDesk(station);
    await actions.grant(gesture);
    const before = sent(station, 'staff/goodwill-grant').length;
    station.answers('auth/doors', doors(false));
    await actions.logout();
    expect(store.getState().errand).toBeNull();
    await actions.retryErrand();
    expect(sent(station, 'staff/goodwill-grant')).toHaveLength(before);
  });
});
