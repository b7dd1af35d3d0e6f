import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difficulty, frustration } from '../../../shared/empathy/estimate.ts';
import { type Empathy, type EmpathyDecision, type EmpathyEvent, newEmpathy, notice } from '../../../shared/empathy/policy.ts';
import { type SignalKind, signalKinds } from '../../../shared/empathy/signals.ts';
import { monoMs } from '../../../shared/units.ts';

type Script = readonly (readonly [number, EmpathyEvent])[];

/** Plays events at their seconds and gives back every decision and the last state. */
function play(script: Script): { decisions: EmpathyDecision[]; state: Empathy } {
  let state = newEmpathy;
  const decisions = script.map(([seconds, event]) => {
    const step = notice(state, event, monoMs(seconds * 1000));
    state = step.state;
    return step.decision;
  });
  return { decisions, state };
}
const actions = (script: Script): string[] => play(script).decisions.map(({ action }) => action);
const signal = (kind: SignalKind): EmpathyEvent => ({ kind: 'signal', signal: kind });
const face = (negative: number, usableFrames = 20, faces = 1): EmpathyEvent => ({
  kind: 'expression',
  expression: { negative, usableFrames, faces },
});
const cameraOn: EmpathyEvent = { kind: 'camera-on' };

describe('difficulty', () => {
  test('one mishap of any kind but giving up stays calm', () => {
    for (const kind of Object.keys(signalKinds) as SignalKind[]) {
      expect(actions([[0, signal(kind)]])).toEqual([kind === 'giving-up' ? 'propose' : 'calm']);
    }
  });
  test('a chain of mishaps proposes a person, strongest evidence first', () => {
    const { decisions } = play([
      [0, signal('search-empty')],
      [2, signal('back-and-forth')],
      [4, signal('error')],
    ]);
    expect(decisions.map(({ action }) => action)).toEqual(['calm', 'calm', 'propose']);
    expect(decisions[2]).toEqual({
      action: 'propose',
      because: ['error', 'back-and-forth', 'search-empty'],
      reason: 'difficulty',
    });
  });
  test('fades by half in 30 s', () => {
    const { state } = play([[0, signal('error')]]);
    expect(difficulty(state.signals, monoMs(0))).toBeCloseTo(0.3);
    expect(difficulty(state.signals, monoMs(30_000))).toBeCloseTo(0.15);
    expect(difficulty(state.signals, monoMs(60_000))).toBeCloseTo(0.075);
  });
  test('one nuisance repeated for ever does not fill the estimate', () => {
    const { state } = play(Array.from({ length: 30 }, (_, index) => [index / 10, signal('search-repeated')] as const));
    expect(difficulty(state.signals, monoMs(3000))).toBeLessThanOrEqual(0.3);
  });
  test('the same mishaps spread over minutes stay calm', () => {
    expect(
      actions([
        [0, signal('error')],
        [90, signal('back-and-forth')],
        [180, signal('error')],
      ]),
    ).toEqual(['calm', 'calm', 'calm']);
  });
});

describe('repeated failure', () => {
  test('the third in a row proposes a person, however slowly they came', () => {
    const { decisions } = play([
      [0, signal('search-empty')],
      [200, signal('question-unanswered')],
      [400, signal('search-empty')],
    ]);
    expect(decisions.map(({ action }) => action)).toEqual(['calm', 'calm', 'propose']);
    expect(decisions[2]).toMatchObject({ because: ['repeated-failure', 'search-empty'], reason: 'repeated-failure' });
  });
  test('a success in between starts the count again', () => {
    expect(
      actions([
        [0, signal('search-empty')],
        [100, signal('search-empty')],
        [150, { kind: 'success' }],
        [200, signal('search-empty')],
        [300, signal('search-empty')],
      ]),
    ).not.toContain('propose');
  });
  const empty = signal('search-empty');
  test('after a proposal the count starts again', () => {
    const script: Script = [0, 100, 200, 300, 400, 500].map((seconds) => [seconds, empty] as const);
    expect(actions(script)).toEqual(['calm', 'calm', 'propose', 'calm', 'calm', 'propose']);
  });
  test('what failed during the cool-down waits for a new failure, not for a face', () => {
    const script: Script = [
      ...[0, 1, 2, 40, 60, 80].map((seconds) => [seconds, empty] as const),
      [150, cameraOn],
      [152, face(0.1)],
      [154, face(0.9)],
      [156, empty],
    ];
    expect(actions(script).map((action) => action === 'propose')).toEqual(
      [2, 9].reduce((all, at) => all.with(at, true), Array<boolean>(10).fill(false)),
    );
  });
});

describe('words', () => {
  test.each([
    ['person', 'asked'],
    ['danger', 'asked'],
    ['complaint', 'complaint'],
  ] as const)('%s calls at once, with reason %s', (sense, reason) => {
    expect(play([[0, { kind: 'words', sense }]]).decisions).toEqual([{ action: 'call', because: [sense], reason }]);
  });
  test('health and giving up propose', () => {
    expect(play([[0, { kind: 'words', sense: 'health' }]]).decisions[0]).toMatchObject({
      action: 'propose',
      reason: 'product-advice',
    });
    expect(play([[0, { kind: 'words', sense: 'giving-up' }]]).decisions[0]).toMatchObject({
      because: ['giving-up'],
      reason: 'difficulty',
    });
  });
  test('a request is heard even after two proposals, in the cool-down and after an earlier call', () => {
    const tired: Script = [
      [0, { kind: 'words', sense: 'giving-up' }],
      [200, { kind: 'words', sense: 'giving-up' }],
      [201, { kind: 'call-opened' }],
      [202, { kind: 'words', sense: 'person' }],
    ];
    expect(actions(tired)).toEqual(['propose', 'propose', 'calm', 'call']);
  });
});

describe('restraint', () => {
  const giveUp: EmpathyEvent = { kind: 'words', sense: 'giving-up' };
  test('not twice within 90 s, and not a third time in a visit', () => {
    expect(
      actions([
        [0, giveUp],
        [89, giveUp],
        [180, giveUp],
        [400, giveUp],
        [600, giveUp],
      ]),
    ).toEqual(['propose', 'calm', 'propose', 'calm', 'calm']);
  });
  test('an estimate that wobbles around the mark asks once: it must calm down in between', () => {
    const wobble: Script = Array.from(
      { length: 40 },
      (_, index) => [index * 5, signal(index % 2 ? 'error' : 'back-and-forth')] as const,
    );
    expect(actions(wobble).filter((action) => action === 'propose')).toHaveLength(1);
    const later = actions([...wobble, [330, signal('error')], [331, signal('error')]]);
    expect(later.slice(-2)).toEqual(['calm', 'propose']);
  });
  test('nothing is proposed once a call was opened', () => {
    expect(
      actions([
        [0, { kind: 'call-opened' }],
        [1, giveUp],
        [2, signal('error')],
        [3, signal('error')],
        [4, signal('error')],
      ]),
    ).toEqual(Array(5).fill('calm'));
  });
});

describe('the face', () => {
  const bad: Script = [
    [0, cameraOn],
    [2, face(0.1)],
    [4, signal('error')],
    [5, signal('search-repeated')],
  ];
  test('tips what is nearly enough', () => {
    const { decisions } = play([...bad, [6, face(0.9)]]);
    expect(decisions.at(-1)).toMatchObject({ action: 'propose', reason: 'difficulty' });
    expect(decisions.at(-1)).toHaveProperty('because', ['error', 'face', 'search-repeated']);
    expect(actions([...bad, [6, face(0.2)]])).not.toContain('propose');
  });
  test('is ignored without consent, and gone when the camera stops', () => {
    expect(actions([...bad.slice(2), [6, face(0.9)]])).not.toContain('propose');
    const { state } = play([...bad, [6, { kind: 'camera-off' }], [7, face(0.9)]]);
    expect(state.face).toBeNull();
    expect(frustration(state.signals, state.face, monoMs(7000))).toBe(difficulty(state.signals, monoMs(7000)));
  });
  test('is unknown with two faces, none, or too few frames', () => {
    for (const report of [face(0.9, 20, 2), face(0.9, 20, 0), face(0.9, 7)]) {
      expect(actions([...bad, [6, report]])).not.toContain('propose');
    }
  });
  test('that looked negative from the first look is muted for as long as the camera is on', () => {
    expect(actions([[0, cameraOn], [2, face(0.6)], ...bad.slice(2), [6, face(0.9)]])).not.toContain('propose');
  });
  test('an old reading says nothing about now', () => {
    const { state } = play([
      [0, cameraOn],
      [1, face(0)],
      [2, face(0.9)],
    ]);
    expect(frustration([], state.face, monoMs(3000))).toBeGreaterThan(0);
    expect(frustration([], state.face, monoMs(12_001))).toBe(0);
  });
});

const anyFace = fc.record({
  kind: fc.constant('expression' as const),
  expression: fc.record({
    negative: fc.double({ min: 0, max: 1, noNaN: true }),
    usableFrames: fc.nat(100),
    faces: fc.nat(3),
  }),
});
const anySignal = fc.constantFrom(...(Object.keys(signalKinds) as SignalKind[])).map((kind): EmpathyEvent => signal(kind));
const timed = <T extends EmpathyEvent>(event: fc.Arbitrary<T>) => fc.array(fc.tuple(fc.nat(30), event), { maxLength: 60 });
const onClock = (steps: readonly (readonly [number, EmpathyEvent])[]): Script => {
  let seconds = 0;
  return steps.map(([wait, event]) => {
    seconds += wait;
    return [seconds, event] as const;
  });
};

test('the face alone never does anything, whatever it shows and however long', () => {
  fc.assert(
    fc.property(timed(anyFace), (steps) => {
      expect(actions([[0, cameraOn], ...onClock(steps)]).every((action) => action === 'calm')).toBe(true);
    }),
  );
});

test('a person is proposed only with a difficulty of .35 or more, or after repeated failure', () => {
  fc.assert(
    fc.property(timed(fc.oneof(anyFace, anySignal)), (steps) => {
      let state = notice(newEmpathy, cameraOn, monoMs(0)).state;
      for (const [seconds, event] of onClock(steps)) {
        const now = monoMs(seconds * 1000);
        const step = notice(state, event, now);
        state = step.state;
        if (step.decision.action !== 'propose' || step.decision.because.includes('repeated-failure')) continue;
        expect(difficulty(state.signals, now)).toBeGreaterThanOrEqual(0.35 - 1e-9);
      }
    }),
  );
});

test('a face never talks a shopper out of help: without it nobody is helped sooner', () => {
  fc.assert(
    fc.property(timed(fc.oneof(anyFace, anySignal)), (steps) => {
      const script = onClock(steps);
      const first = (events: Script): number => {
        const index = actions(events).indexOf('propose');
        return index === -1 ? Number.POSITIVE_INFINITY : (events[index]?.[0] ?? 0);
      };
      expect(first([[0, cameraOn], ...script])).toBeLessThanOrEqual(first(script));
    }),
  );
});

test('never more than two proposals, never closer than 90 s, whatever happens', () => {
  const anyEvent = fc.oneof(
    anyFace,
    anySignal,
    fc.constantFrom<EmpathyEvent>({ kind: 'success' }, cameraOn, { kind: 'camera-off' }, { kind: 'words', sense: 'health' }),
  );
  fc.assert(
    fc.property(timed(anyEvent), (steps) => {
      const script = onClock(steps);
      const times = play(script).decisions.flatMap(({ action }, index) =>
        action === 'propose' ? [script[index]?.[0] ?? 0] : [],
      );
      expect(times.length).toBeLessThanOrEqual(2);
      if (times.length === 2) expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(90);
    }),
  );
});

test('the estimate stays within 0 and 1, and only falls while nothing happens', () => {
  fc.assert(
    fc.property(timed(anySignal), fc.nat(600_000), fc.nat(600_000), (steps, a, b) => {
      const script = onClock(steps);
      const { state } = play(script);
      const end = (script.at(-1)?.[0] ?? 0) * 1000;
      const soon = difficulty(state.signals, monoMs(end + Math.min(a, b)));
      const late = difficulty(state.signals, monoMs(end + Math.max(a, b)));
      expect(soon).toBeLessThanOrEqual(1);
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThanOrEqual(soon);
    }),
  );
});
