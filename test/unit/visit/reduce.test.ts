import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CameraNote } from '../../../shared/contract/index.ts';
import { epochMs, monoMs } from '../../../shared/units.ts';
import { mayName, maySell, nextTick, reduce } from '../../../shared/visit/reduce.ts';
import { emptyKiosk, type KioskEffect, type KioskEvent, type KioskState, timing } from '../../../shared/visit/state.ts';

const wall = epochMs(0);
let visits = 0;
const newVisitId = (): string => {
  visits += 1;
  return `v${visits}`;
};
const touched = (): KioskEvent => ({ type: 'touched', newVisitId: newVisitId(), wall, language: 'fr' });
/** `key`: one customer, or those who share a beacon joined by +. */
const entered = (key: string, strength: 'strong' | 'weak' = 'strong'): KioskEvent => ({
  type: 'entered',
  carriers: { key, customers: key.split('+'), strength },
  crowded: false,
  newVisitId: newVisitId(),
  wall,
  language: 'fr',
});
const left = (key: string): KioskEvent => ({ type: 'left', key });

/** Plays events, each some milliseconds after the one before. */
function play(...steps: readonly (readonly [KioskEvent, number?])[]): { state: KioskState; effects: KioskEffect[]; now: number } {
  let state = emptyKiosk;
  let now = 0;
  const effects: KioskEffect[] = [];
  for (const [event, wait = 100] of steps) {
    now += wait;
    const [next, more] = reduce(state, event, monoMs(now));
    state = next;
    effects.push(...more);
  }
  return { state, effects, now };
}

describe('who is at the screen', () => {
  test('one strong identity is greeted by name', () => {
    const { state } = play([entered('a')]);
    expect(mayName(state)).toBe(true);
  });

  test('a weak identity gets no name until the picture is right', () => {
    expect(mayName(play([entered('a', 'weak')]).state)).toBe(false);
    expect(mayName(play([entered('a', 'weak')], [{ type: 'picture', customerId: 'a' }]).state)).toBe(true);
    const wrong: [KioskEvent] = [{ type: 'picture', customerId: null }];
    expect(mayName(play([entered('a', 'weak')], wrong, wrong, wrong, [{ type: 'picture', customerId: 'a' }]).state)).toBe(false);
  });

  test('a card beside somebody else closes the camera, and opens nothing where somebody else was', () => {
    const camera: [KioskEvent] = [{ type: 'camera', decision: 'given' }];
    const card: [KioskEvent] = [{ type: 'identified', customerId: 'a' }];
    const beside = play([entered('b')], [touched()], camera, card).state;
    expect(beside.visit).toMatchObject({ camera: 'ended', who: { kind: 'unsure' } });
    const after = play([touched()], [entered('b'), 10_000], [left('b')], card).state;
    expect(after.visit?.who.kind).not.toBe('customer');
  });

  test('a card names whoever shows it, beside no other beacon than their own', () => {
    const card = (customerId: string): [KioskEvent] => [{ type: 'identified', customerId }];
    expect(mayName(play([touched()], card('a')).state)).toBe(true);
    expect(mayName(play([entered('a', 'weak')], card('a')).state)).toBe(true);
    const shared = play([entered('a+b', 'weak')], card('b')).state;
    expect([mayName(shared), shared.visit?.who]).toMatchObject([true, { customerId: 'b' }]);
    // Somebody else's beacon is there, or was.
    expect(mayName(play([entered('b')], card('a')).state)).toBe(false);
    expect(mayName(play([touched()], [entered('b'), 10_000], [left('b')], card('a')).state)).toBe(false);
    // Who showed a card goes with the visit: no zone sees them leave.
    expect(play([touched()], card('a'), [{ type: 'ended' }]).state.present).toEqual([]);
  });

  test('nobody is greeted while a second customer is about to be there; a touch alone settles it', () => {
    const crowd: KioskEvent = { ...entered('a'), crowded: true } as KioskEvent;
    expect(play([crowd]).state.visit).toBeNull();
    expect(mayName(play([crowd], [entered('b')], [touched()]).state)).toBe(false);
    expect(mayName(play([crowd], [touched()]).state)).toBe(true);
  });

  test('a second customer takes the name away for the rest of the visit', () => {
    const both = play([entered('a')], [entered('b')]);
    expect(mayName(both.state)).toBe(false);
    expect(both.state.visit?.who.kind).toBe('unsure');
    expect(mayName(play([entered('a')], [entered('b')], [left('b')], [touched()]).state)).toBe(false);
  });

  test('somebody recognised late is not taken for the one who is already using the kiosk', () => {
    expect(play([touched()], [entered('a'), timing.touchBeforeRecognition + 1]).state.visit?.who.kind).toBe('unknown');
    expect(play([touched()], [entered('a'), 2_000]).state.visit?.who.kind).toBe('customer');
  });

  test('an empty welcome screen that nobody touches any more is free for the next customer', () => {
    const { state, effects } = play([touched()], [entered('a'), timing.abandoned]);
    expect(mayName(state)).toBe(true);
    expect(effects.map((effect) => effect.type)).toEqual([
      'visit-started',
      'who-changed',
      'visit-ended',
      'visit-started',
      'who-changed',
    ]);
    const busy = play([touched()], [{ type: 'view', screen: 'find', text: 'lai' }], [entered('a'), timing.abandoned]);
    expect(mayName(busy.state)).toBe(false);
  });

  test('leaving ends an untouched greeting and makes a touched visit anonymous; coming back alone restores it', () => {
    expect(play([entered('a')], [left('a')]).state.visit).toBeNull();
    expect(play([entered('a')], [touched()], [left('a')]).state.visit?.who.kind).toBe('unsure');
    expect(mayName(play([entered('a')], [touched()], [left('a')], [entered('a')]).state)).toBe(true);
  });

  describe('who share a beacon', () => {
    const touch = (customerId: string | null): [KioskEvent] => [{ type: 'picture', customerId }];

    test('are greeted neutrally, however strong it is, until a picture says which of them is here', () => {
      const walkedUp = play([entered('a+b')]);
      expect(walkedUp.state.visit?.who.kind).toBe('sharer');
      expect(mayName(walkedUp.state)).toBe(false);
      const { state } = play([entered('a+b', 'weak')], touch('b'));
      expect(state.visit?.who).toMatchObject({ kind: 'customer', customerId: 'b' });
      expect(mayName(state)).toBe(true);
    });

    test('have two tries together, and no more in the next visit', () => {
      const { state } = play([entered('a+b')], touch(null), touch('c'), touch('a'));
      expect(state.visit?.who.kind).toBe('sharer');
      const later = play([entered('a+b')], touch(null), touch(null), [{ type: 'ended' }], [touched()], touch('a'));
      expect(later.state.visit?.who.kind).toBe('sharer');
    });

    test('are nobody in particular while one of them is here with a beacon of their own', () => {
      const { state } = play([entered('a+b')], [entered('a')], touch('b'));
      expect(state.visit?.who.kind).toBe('unsure');
      expect(mayName(state)).toBe(false);
    });

    test('lose the name when the beacon leaves, and when the one who was named leaves the programme', () => {
      const named = [[entered('a+b')], touch('a')] as const;
      expect(play(...named, [left('a+b')]).state.visit?.who.kind).toBe('unsure');
      const withdrawn = play(...named, [{ type: 'withdrew', customerId: 'a' }], [entered('b')]);
      expect(withdrawn.state.visit?.who.kind).toBe('unknown');
      expect(mayName(withdrawn.state)).toBe(false);
    });
  });

  test('withdrawing forgets the customer at once', () => {
    const { state } = play([entered('a')], [touched()], [{ type: 'withdrew', customerId: 'a' }]);
    expect(state.visit?.who.kind).toBe('unknown');
    expect(state.present).toEqual([]);
  });
});

describe('idle', () => {
  test('asks, then ends; a touch in between keeps the visit', () => {
    const asking = play([touched()], [{ type: 'tick' }, timing.idle]);
    expect(asking.state.visit?.asking).not.toBeNull();
    const [kept] = reduce(asking.state, touched(), monoMs(asking.now + 1));
    expect(kept.visit?.asking).toBeNull();
    const [ended, effects] = reduce(asking.state, { type: 'tick' }, monoMs(asking.now + timing.question));
    expect(ended.visit).toBeNull();
    expect(effects).toMatchObject([{ type: 'visit-ended', by: 'idle' }]);
  });

  test('an untouched greeting goes away without asking', () => {
    expect(play([entered('a')], [{ type: 'tick' }, timing.untouched]).effects.at(-1)).toMatchObject({ by: 'no-touch' });
  });

  test('no visit ends by itself while a call is open', () => {
    const { state } = play([touched()], [{ type: 'call-opened', callId: 'c' }], [{ type: 'tick' }, 3_600_000]);
    expect(state.visit?.openCall).toBe('c');
    expect(nextTick(state)).toBeNull();
  });
});

describe('the camera', () => {
  const given: [KioskEvent] = [{ type: 'camera', decision: 'given' }];
  test.each([
    ['withdrawn', { type: 'camera-stopped', note: null }],
    ['a claimed call', { type: 'call-answered' }],
    ['a closed call', { type: 'call-closed' }],
  ] as const)('ends with %s', (_name, event) => {
    expect(play([touched()], given, [event]).state.visit?.camera).toBe('ended');
  });

  test('does not open while a call is open', () => {
    expect(play([touched()], [{ type: 'call-opened', callId: 'c' }], given).state.visit?.camera).not.toBe('allowed');
  });

  const resumed: [KioskEvent] = [{ type: 'camera-resumed' }];
  const wentOff = (note: CameraNote): [KioskEvent] => [{ type: 'camera-stopped', note }];

  test.each(['second-face', 'unavailable', 'hidden', 'unlinked', 'dark', 'frozen'] as const)(
    'after %s one tap starts it again',
    (note) => {
      expect(play([touched()], given, wentOff(note)).state.visit).toMatchObject({ camera: 'ended', cameraNote: note });
      expect(play([touched()], given, wentOff(note), resumed).state.visit).toMatchObject({ camera: 'allowed', cameraNote: null });
    },
  );

  test.each(['nobody', 'denied', 'fault'] as const)('after %s only a new yes does', (note) => {
    const { visit } = play([touched()], given, wentOff(note), resumed).state;
    expect(visit).toMatchObject({ camera: 'ended', cameraNote: note });
    expect(play([touched()], given, wentOff(note), given).state.visit).toMatchObject({ camera: 'allowed', cameraNote: null });
  });

  test.each<[string, KioskEvent]>([
    ['a withdrawal', { type: 'camera-stopped', note: null }],
    ['a no', { type: 'camera', decision: 'refused' }],
    ['an open call', { type: 'call-opened', callId: 'c' }],
    ['a closed call', { type: 'call-closed' }],
    ['the note was read', { type: 'camera-note-read' }],
  ])('a tap starts nothing after %s', (_name, event) => {
    expect(play([touched()], given, wentOff('second-face'), [event], resumed).state.visit?.camera).not.toBe('allowed');
  });

  test('a tap starts nothing for whoever is left when the customer has gone', () => {
    const { state } = play([entered('a')], [touched()], given, wentOff('second-face'), [left('a')], resumed);
    expect(state.visit?.camera).toBe('ended');
  });

  test('is off in the next visit', () => {
    expect(play([touched()], given, [{ type: 'ended' }], [touched()]).state.visit?.camera).toBe('off');
  });
});

describe('whatever happens', () => {
  const customers = fc.constantFrom('a', 'b', 'c');
  const keys = fc.constantFrom('a', 'b', 'c', 'a+b');
  const anyEvent: fc.Arbitrary<KioskEvent> = fc.oneof(
    fc.constant(null).map(touched),
    fc.tuple(keys, fc.constantFrom('strong' as const, 'weak' as const)).map(([id, strength]) => entered(id, strength)),
    keys.map(left),
    customers.map((customerId): KioskEvent => ({ type: 'withdrew', customerId })),
    customers.map((customerId): KioskEvent => ({ type: 'joined', customerId, strength: 'weak' })),
    fc.option(customers).map((customerId): KioskEvent => ({ type: 'picture', customerId })),
    fc.constantFrom('given' as const, 'refused' as const).map((decision): KioskEvent => ({ type: 'camera', decision })),
    fc
      .constantFrom(null, 'second-face' as const, 'nobody' as const, 'unavailable' as const)
      .map((note): KioskEvent => ({ type: 'camera-stopped', note })),
    fc.constantFrom<KioskEvent>({ type: 'camera-resumed' }, { type: 'camera-note-read' }),
    fc.constantFrom<KioskEvent>(
      { type: 'call-opened', callId: 'call' },
      { type: 'call-answered' },
      { type: 'call-closed' },
      { type: 'ended' },
      { type: 'tick' },
      { type: 'language', language: 'en' },
    ),
  );
  const history = fc.array(fc.tuple(anyEvent, fc.integer({ min: 0, max: 70_000 })), { maxLength: 40 });

  /** Calls `look` with the state after each step. */
  const always = (look: (state: KioskState, before: KioskState, event: KioskEvent) => void) =>
    fc.assert(
      fc.property(history, (steps) => {
        let state = emptyKiosk;
        let now = 0;
        for (const [event, wait] of steps) {
          now += wait;
          const [next] = reduce(state, event, monoMs(now));
          look(next, state, event);
          state = next;
        }
      }),
      { numRuns: 500 },
    );

  test('a name needs exactly one present customer with a strong or confirmed identity', () => {
    always((state) => {
      if (!mayName(state)) return;
      expect(state.present).toHaveLength(1);
      const who = state.visit?.who;
      const carriers = state.present[0]?.customers ?? [];
      if (who?.kind !== 'customer') throw new Error(`${who?.kind} is named`);
      expect(carriers).toContain(who.customerId);
      expect(who.confirmed || (who.strength === 'strong' && carriers.length === 1)).toBe(true);
    });
  });

  test('nothing is sold again in a visit once a call was opened', () => {
    const called = new Set<string>();
    always((state, _before, event) => {
      if (state.visit === null) return;
      if (event.type === 'call-opened') called.add(state.visit.id);
      expect(maySell(state.visit)).toBe(!called.has(state.visit.id));
    });
  });

  test('the camera is allowed only after a yes in this very visit, and never after an answered call', () => {
    const agreed = new Set<string>();
    always((state, before, event) => {
      if (state.visit === null) return;
      const opened = state.visit.camera === 'allowed' && before.visit?.camera !== 'allowed';
      if (event.type === 'camera' && event.decision === 'given') agreed.add(state.visit.id);
      // A no takes the yes back: what went off by itself before it stays off.
      if (event.type === 'camera' && event.decision === 'refused') agreed.delete(state.visit.id);
      if (opened && event.type !== 'camera') expect(event.type).toBe('camera-resumed');
      if (opened) expect(agreed.has(state.visit.id)).toBe(true);
      if (event.type === 'call-answered' || event.type === 'call-closed') expect(state.visit?.camera).not.toBe('allowed');
    });
  });

  test('an open call is never lost to idleness or to somebody leaving', () => {
    always((state, before, event) => {
      if (before.visit?.openCall != null && event.type !== 'ended') expect(state.visit?.id).toBe(before.visit.id);
    });
  });
});
