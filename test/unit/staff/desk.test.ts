import { describe, expect, it } from 'vitest';
import { Refused } from '../../../renderer/api.ts';
import { createDesk } from '../../../renderer/staff/desk/desk.ts';
import { aCall, aSnapshot, doors, FakeStation, me, unreachable } from './fake-station.ts';

/** A desk that is already open, with numbered commands and no real waiting. */
async function openDesk(station: FakeStation) {
  let commands = 0;
  const pauses: number[] = [];
  const desk = createDesk(station, {
    now: () => 0,
    pause: async (ms) => {
      pauses.push(ms);
    },
    commandId: () => `command-${++commands}`,
  });
  station.answers('auth/doors', doors(true));
  await desk.actions.open();
  return { ...desk, pauses };
}

describe('the door', () => {
  it('stays shut when nobody is logged in, and opens after a login', async () => {
    const station = new FakeStation()
      .answers('auth/doors', doors(false))
      .answers('auth/employee-login', { id: 'lea', name: 'Léa' });
    const { store, actions } = createDesk(station, { now: () => 0, pause: async () => undefined, commandId: () => 'c' });
    await actions.open();
    expect(store.getState().phase).toBe('door');
    expect(await actions.login('LEA', '1234')).toBeNull();
    expect(store.getState().phase).toBe('desk');
  });

  it('hands over a refusal and stays shut', async () => {
    const station = new FakeStation()
      .answers('auth/doors', doors(false))
      .answers('auth/employee-login', new Refused('throttled', 'wait'));
    const { store, actions } = createDesk(station, { now: () => 0, pause: async () => undefined, commandId: () => 'c' });
    await actions.open();
    expect(await actions.login('LEA', '1234')).toMatchObject({ code: 'throttled' });
    expect(store.getState().phase).toBe('door');
  });

  it('comes back when the session ended while the stream was cut', async () => {
    const station = new FakeStation();
    const { store } = await openDesk(station);
    station.push(aSnapshot([]));
    station.answers('auth/doors', doors(false));
    station.on?.link('lost');
    await expect.poll(() => store.getState().phase).toBe('door');
  });

  it('stays at the desk when the station is merely out of reach', async () => {
    const station = new FakeStation();
    const { store } = await openDesk(station);
    station.push(aSnapshot([aCall()]));
    station.answers('auth/doors', unreachable);
    station.on?.link('lost');
    await Promise.resolve();
    expect(store.getState()).toMatchObject({ phase: 'desk', link: 'lost' });
    expect(store.getState().snapshot?.calls).toHaveLength(1);
  });
});

describe('claiming', () => {
  it('repeats an unanswered claim with the same command', async () => {
    const station = new FakeStation().answers('staff/claim', unreachable, unreachable, { result: 'claimed', owner: 'Léa' });
    const { store, actions, pauses } = await openDesk(station);
    station.push(aSnapshot([aCall()]));
    await actions.claim(aCall());
    const sent = station.sent('staff/claim');
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map((input) => JSON.stringify(input))).size).toBe(1);
    expect(pauses).toEqual([2_000, 400, 1_200]);
    expect(store.getState()).toMatchObject({ step: null, notice: null });
  });

  it('calls a claim without any answer unknown, and settles it when the line is back', async () => {
    const station = new FakeStation().answers('staff/claim', unreachable);
    const { store, actions } = await openDesk(station);
    station.push(aSnapshot([aCall()]));
    await actions.claim(aCall());
    expect(store.getState().step).toEqual({ kind: 'claim', callId: 'call-1', state: 'unknown' });
    station.on?.link('lost');
    station.answers('staff/claim', { result: 'claimed', owner: 'Léa' });
    station.push(aSnapshot([aCall({ state: 'claimed', claimedBy: me })]));
    await expect.poll(() => store.getState().step).toBeNull();
    expect(new Set(station.sent('staff/claim').map((input) => (input as { commandId: string }).commandId))).toEqual(
      new Set(['command-1']),
    );
  });

  it('sends an unanswered claim again while the line stands, as it promised', async () => {
    const station = new FakeStation().answers('staff/claim', unreachable);
    const { store, actions } = await openDesk(station);
    station.push(aSnapshot([aCall()]));
    await actions.claim(aCall());
    station.answers('staff/claim', { result: 'claimed', owner: 'Léa' });
    station.beat();
    await expect.poll(() => store.getState().step).toBeNull();
    expect(new Set(station.sent('staff/claim').map((input) => JSON.stringify(input))).size).toBe(1);
  });

  it('says that nothing is known yet while the answer of a stopped station is awaited, and takes no second tap for a new claim', async () => {
    const station = new FakeStation();
    const { store, actions } = await openDesk(station);
    station.push(aSnapshot([aCall()]));
    let answer = (_: unknown) => {};
    station.answers(
      'staff/claim',
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const claimed = actions.claim(aCall());
    await expect.poll(() => store.getState().step?.state).toBe('unknown');
    await actions.claim(aCall());
    answer({ result: 'claimed', owner: 'Léa' });
    await claimed;
    expect(station.sent('staff/claim')).toHaveLength(1);
    expect(store.getState()).toMatchObject({ step: null, notice: null });
  });

  it('forgets a claim whose call is over: the next call is claimed without waiting for its answer', async () => {
    const station = new FakeStation().answers('staff/claim', new Promise(() => {}), { result: 'claimed', owner: 'Léa' });
    const { store, actions } = await openDesk(station);
    station.push(aSnapshot([aCall()]));
    void actions.claim(aCall());
    const next = aCall({ id: 'call-2' });
    station.push(aSnapshot([next]));
    await actions.claim(next);
    expect(station.sent('staff/claim').map((input) => (input as { callId: string }).callId)).toEqual(['call-1', 'call-2']);
    expect(store.getState().step).toBeNull();
  });

  it('sends the kept command, not a new one, when the employee taps again', async () => {
    const station = new FakeStation().answers('staff/claim', unreachable);
    const { actions } = await openDesk(station);
    station.push(aSnapshot([aCall()]));
    await actions.claim(aCall());
    station.answers('staff/claim', { result: 'claimed', owner: 'Léa' });
    await actions.claim(aCall());
    expect((station.sent('staff/claim').at(-1) as { commandId: string }).commandId).toBe('command-1');
  });

  it('says who was faster', async () => {
    const station = new FakeStation().answers('staff/claim', { result: 'taken', owner: 'Karim' });
    const { store, actions } = await openDesk(station);
    station.push(aSnapshot([aCall()]));
    await actions.claim(aCall());
    expect(store.getState().notice).toEqual({ kind: 'taken', owner: 'Karim', place: 'Entrance' });
  });

  it('sends one claim for two quick taps', async () => {
    const station = new FakeStation().answers('staff/claim', { result: 'claimed', owner: 'Léa' });
    const { actions } = await openDesk(station);
    station.push(aSnapshot([aCall()]));
    await Promise.all([actions.claim(aCall()), actions.claim(aCall())]);
    expect(station.sent('staff/claim')).toHaveLength(1);
  });

  it('"the error was nowhere to be seen": a command that failed shows on the device', async () => {
    const station = new FakeStation().answers('staff/arrive', new Refused('stale', 'older epoch'));
    const { store, actions } = await openDesk(station);
    station.push(aSnapshot([aCall({ claimedBy: me, state: 'claimed' })]));
    await actions.arrive(aCall({ claimedBy: me, state: 'claimed' }));
    expect(store.getState().notice).toEqual({ kind: 'refused', code: 'stale' });
  });
});

describe('what happens without me', () => {
  it('explains a call that a colleague took, one that ended and one that came back', async () => {
    const station = new FakeStation();
    const { store } = await openDesk(station);
    station.push(aSnapshot([aCall()]));
    station.push(aSnapshot([aCall({ claimedBy: { id: 'karim', name: 'Karim' }, state: 'claimed' })]));
    expect(store.getState().notice).toMatchObject({ kind: 'taken', owner: 'Karim' });
    station.push(aSnapshot([aCall({ id: 'call-2' })]));
    station.push(aSnapshot([]));
    expect(store.getState().notice).toMatchObject({ kind: 'gone' });
    station.push(aSnapshot([aCall({ id: 'call-3', claimedBy: me, state: 'claimed' })]));
    station.push(aSnapshot([aCall({ id: 'call-3', epoch: 2 })]));
    expect(store.getState().notice).toEqual({ kind: 'returned', place: 'Entrance' });
  });

  it('explains a call that is taken from me although I had once handed it back', async () => {
    const station = new FakeStation()
      .answers('staff/release', { ok: true })
      .answers('staff/claim', { result: 'claimed', owner: 'Léa' });
    const { store, actions } = await openDesk(station);
    const mine = aCall({ claimedBy: me, state: 'claimed' });
    station.push(aSnapshot([mine]));
    await actions.release(mine);
    station.push(aSnapshot([aCall({ epoch: 2 })]));
    expect(store.getState().notice).toBeNull();
    await actions.claim(aCall({ epoch: 2 }));
    station.push(aSnapshot([aCall({ epoch: 2, claimedBy: me, state: 'claimed' })]));
    station.push(aSnapshot([aCall({ epoch: 3 })]));
    expect(store.getState().notice).toEqual({ kind: 'returned', place: 'Entrance' });
  });

  it('drops what was said about an earlier call when a new one comes', async () => {
    const station = new FakeStation();
    const { store } = await openDesk(station);
    station.push(aSnapshot([aCall()]));
    station.push(aSnapshot([]));
    expect(store.getState().notice).toMatchObject({ kind: 'gone' });
    station.push(aSnapshot([aCall({ id: 'call-2' })]));
    expect(store.getState().notice).toBeNull();
  });

  it('says nothing when I resolved the call myself', async () => {
    const station = new FakeStation().answers('staff/resolve', { ok: true });
    const { store, actions } = await openDesk(station);
    const call = aCall({ claimedBy: me, state: 'arrived' });
    station.push(aSnapshot([call]));
    await actions.resolve(call, 'helped', true);
    station.push(aSnapshot([]));
    expect(store.getState().notice).toBeNull();
    expect(station.sent('staff/resolve')).toEqual([
      { commandId: 'command-1', callId: 'call-1', epoch: 1, outcome: 'helped', helpNeeded: true },
    ]);
  });
});

describe('the receipt', () => {
  it('is sent once for each epoch of a call, and again if the first did not arrive', async () => {
    const station = new FakeStation().answers('staff/seen', unreachable);
    const { actions } = await openDesk(station);
    actions.seen(aCall());
    await new Promise((resolve) => setTimeout(resolve));
    station.answers('staff/seen', { ok: true });
    actions.seen(aCall());
    actions.seen(aCall());
    expect(station.sent('staff/seen')).toHaveLength(2);
    actions.seen(aCall({ epoch: 2 }));
    expect(station.sent('staff/seen')).toHaveLength(3);
  });

  it('of delivery is sent as soon as the stream brings a call, before anybody looks', async () => {
    const station = new FakeStation().answers('staff/delivered', { ok: true });
    await openDesk(station);
    station.push(aSnapshot([aCall()]));
    station.push(aSnapshot([aCall(), aCall({ id: 'call-2' })]));
    station.push(aSnapshot([aCall({ epoch: 2 })]));
    expect(station.sent('staff/delivered')).toEqual([
      { calls: [{ callId: 'call-1', epoch: 1 }] },
      { calls: [{ callId: 'call-2', epoch: 1 }] },
      { calls: [{ callId: 'call-1', epoch: 2 }] },
    ]);
    expect(station.sent('staff/seen')).toEqual([]);
  });
});
