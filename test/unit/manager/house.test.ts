import { describe, expect, it } from 'vitest';
import { type Link, Refused } from '../../../renderer/api.ts';
import { createHouse, type Station } from '../../../renderer/manager/house.ts';
import type { Input, Output, RouteName, Snapshot } from '../../../shared/contract/index.ts';

const doors = (manager: boolean, setupNeeded = false) => ({
  storeName: 'Halles',
  setupNeeded,
  device: 'unknown',
  passkey: false,
  employee: false,
  manager,
  demo: null,
});

/** Answers like the station over HTTP: an answer, or a refusal with a code; a dead session refuses with `not-allowed`. */
class FakeStation implements Station {
  readonly answers = new Map<RouteName, unknown>();
  on: { snapshot(snapshot: Snapshot<'manager'>): void; link(link: Link): void } | null = null;

  readonly call = async <N extends RouteName>(name: N, _input: Input<N>): Promise<Output<N>> => {
    const answer = this.answers.get(name);
    if (answer === undefined) throw new Refused('unreachable', 'nothing scripted');
    if (answer instanceof Refused) throw answer;
    return answer as Output<N>;
  };

  follow(on: NonNullable<FakeStation['on']>) {
    this.on = on;
    return () => {
      this.on = null;
    };
  }
}

const house = (answers: Partial<Record<RouteName, unknown>>) => {
  const station = new FakeStation();
  for (const [name, answer] of Object.entries(answers)) station.answers.set(name as RouteName, answer);
  return { station, ...createHouse(station) };
};

describe('the manager’s door', () => {
  it.each([
    [doors(false), 'door'],
    [doors(false, true), 'setup'],
    [doors(true), 'inside'],
  ])('opens where the station says', async (answer, phase) => {
    const { store, actions } = house({ 'auth/doors': answer });
    await actions.open();
    expect(store.getState().phase).toBe(phase);
  });

  it('shows the door even when the station is out of reach', async () => {
    const { store, actions } = house({});
    await actions.open();
    expect(store.getState()).toMatchObject({ phase: 'door', doors: null });
  });

  it('hands over the refusal of a wrong password and opens after the right one', async () => {
    const { station, store, actions } = house({
      'auth/doors': doors(false),
      'auth/manager-login': new Refused('throttled', 'too many tries; wait 12 min'),
    });
    await actions.open();
    expect(await actions.login('x')).toMatchObject({ code: 'throttled' });
    station.answers.set('auth/manager-login', { ok: true });
    expect(await actions.login('y')).toBeNull();
    expect(store.getState().phase).toBe('inside');
    expect(station.on).not.toBeNull();
  });

  it('leads back to the door when the session ended, and passes the refusal on', async () => {
    const { station, store, actions } = house({ 'auth/doors': doors(true) });
    await actions.open();
    station.answers.set('auth/doors', doors(false));
    station.answers.set('manager/zones', new Refused('not-allowed', 'log in first'));
    await expect(actions.call('manager/zones', {})).rejects.toMatchObject({ code: 'not-allowed' });
    expect(store.getState().phase).toBe('door');
    expect(station.on).toBeNull();
  });

  it('stays inside while the station is merely out of reach', async () => {
    const { station, store, actions } = house({ 'auth/doors': doors(true) });
    await actions.open();
    station.answers.delete('auth/doors');
    station.on?.link('lost');
    await Promise.resolve();
    expect(store.getState()).toMatchObject({ phase: 'inside', link: 'lost' });
  });

  it('keeps each thing that can be undone until it is used or sent away', () => {
    const { store, actions } = house({});
    const undo = async () => undefined;
    const [entrance, queue] = [
      { name: 'Entrance', undo },
      { name: 'Queue', undo },
    ];
    actions.deleted(entrance);
    actions.deleted(queue);
    actions.forget(queue);
    expect(store.getState().undoables).toEqual([entrance]);
    actions.forget(entrance);
    expect(store.getState().undoables).toEqual([]);
  });
});
