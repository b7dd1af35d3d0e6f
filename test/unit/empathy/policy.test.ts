import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difficulty, estimateOf, evidenceFor, frustration, startingEstimate, weigh } from '../../../shared/empathy/estimate.ts';
import { type Empathy, type EmpathyDecision, type EmpathyEvent, newEmpathy, notice } from '../../../shared/empathy/policy.ts';
import {
  defaultEmpathySettings,
  type EmpathySettings,
  evidenceKinds,
  halfLifeRange,
  levelRanges,
  weightRange,
} from '../../../shared/empathy/settings.ts';
import { isTouch, type SignalKind, signalKinds } from '../../../shared/empathy/signals.ts';
import { monoMs } from '../../../shared/units.ts';

type Script = readonly (readonly [number, EmpathyEvent])[];

/** Plays events at their seconds and gives back every decision and the last state. */
function play(
  script: Script,
  settings: EmpathySettings = defaultEmpathySettings,
): { decisions: EmpathyDecision[]; state: Empathy } {
  let state = newEmpathy;
  const decisions = script.map(([seconds, event]) => {
    const step = notice(state, event, monoMs(seconds * 1000), settings);
    state = step.state;
    return step.decision;
  });
  return { decisions, state };
}
const actions = (script: Script, settings?: EmpathySettings): string[] =>
  play(script, settings).decisions.map(({ action }) => action);
const proposes = (script: Script): boolean[] => actions(script).map((action) => action === 'propose');
const signal = (kind: SignalKind): EmpathyEvent => ({ kind: 'signal', signal: kind });
const face = (negative: number, usableFrames = 20, faces = 1): EmpathyEvent => ({
  kind: 'expression',
  expression: { negative, usableFrames, faces },
});
const cameraOn: EmpathyEvent = { kind: 'camera-on' };

describe('difficulty', () => {
  test('one mishap of any kind but giving up stays calm', () => {
    for (const kind of signalKinds) {
      const strong = kind === 'giving-up' ? 'propose' : kind === 'anger' ? 'watch' : 'calm';
      expect(actions([[0, signal(kind)]])).toEqual([strong]);
    }
  });
  test('a chain of mishaps proposes a person, strongest evidence first', () => {
    const { decisions } = play([
      [0, signal('search-empty')],
      [2, signal('back-and-forth')],
      [4, signal('error')],
    ]);
    expect(decisions.map(({ action }) => action)).toEqual(['calm', 'watch', 'propose']);
    expect(decisions[2]).toEqual({
      action: 'propose',
      because: [
        { code: 'error', times: 1 },
        { code: 'back-and-forth', times: 1 },
        { code: 'search-empty', times: 1 },
      ],
      reason: 'difficulty',
    });
  });
  test('fades by half in 30 s', () => {
    const { state } = play([[0, signal('error')]]);
    const left = (ms: number) => evidenceFor(difficulty(state.signals, monoMs(ms)));
    expect(left(0)).toBeCloseTo(1.5);
    expect(left(30_000)).toBeCloseTo(0.75);
    expect(left(60_000)).toBeCloseTo(0.375);
    expect(difficulty([], monoMs(0))).toBeCloseTo(startingEstimate);
  });
  test('one nuisance repeated for ever does not fill the estimate', () => {
    const { state } = play(Array.from({ length: 30 }, (_, index) => [index / 10, signal('search-repeated')] as const));
    expect(evidenceFor(difficulty(state.signals, monoMs(3000)))).toBeLessThanOrEqual(1.5 + 1e-9);
  });
  test('the same mishaps spread over minutes stay calm', () => {
    expect(
      actions([
        [0, signal('error')],
        [90, signal('back-and-forth')],
        [180, signal('error')],
      ]),
    ).not.toContain('propose');
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
    expect(decisions[2]).toMatchObject({
      because: [
        { code: 'repeated-failure', times: 3 },
        { code: 'search-empty', times: 1 },
      ],
      reason: 'repeated-failure',
    });
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
    expect(proposes(script)).toEqual([false, false, true, false, false, true]);
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
    expect(play([[0, { kind: 'words', sense }]]).decisions).toEqual([
      { action: 'call', because: [{ code: sense, times: 1 }], reason },
    ]);
  });
  test('health and giving up propose', () => {
    expect(play([[0, { kind: 'words', sense: 'health' }]]).decisions[0]).toMatchObject({
      action: 'propose',
      reason: 'product-advice',
    });
    expect(play([[0, { kind: 'words', sense: 'giving-up' }]]).decisions[0]).toMatchObject({
      because: [{ code: 'giving-up', times: 1 }],
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
    expect(actions(tired)).toEqual(['propose', 'propose', 'watch', 'call']);
  });
});

describe('watching', () => {
  const empty = signal('search-empty');
  test('begins before a proposal and ends only when half of its evidence has faded', () => {
    const script: Script = [
      [0, empty],
      [1, empty],
      [20, { kind: 'success' }],
      [50, { kind: 'success' }],
    ];
    expect(actions(script)).toEqual(['calm', 'watch', 'watch', 'calm']);
  });
  test('stays while the estimate wobbles around its mark', () => {
    const script: Script = [[0, empty], ...Array.from({ length: 20 }, (_, i) => [1 + i * 18, empty] as const)];
    const changes = actions(script.map(([at, event], i) => [at, i % 4 === 3 ? { kind: 'success' } : event] as const))
      .slice(1)
      .filter((action) => action === 'calm');
    expect(changes).toEqual([]);
  });
});

describe('restraint', () => {
  const giveUp: EmpathyEvent = { kind: 'words', sense: 'giving-up' };
  test('not twice within 90 s, and not a third time in a visit', () => {
    expect(
      proposes([
        [0, giveUp],
        [89, giveUp],
        [180, giveUp],
        [400, giveUp],
        [600, giveUp],
      ]),
    ).toEqual([true, false, true, false, false]);
  });
  test('an estimate that wobbles around the mark asks once: it must calm down in between, or get worse', () => {
    const wobble: Script = Array.from({ length: 30 }, (_, i) => [i * 9, signal(i % 2 ? 'error' : 'back-and-forth')] as const);
    expect(proposes(wobble).filter(Boolean)).toHaveLength(1);
    const later = proposes([...wobble, [420, signal('error')], [421, signal('error')]]);
    expect(later.slice(-2)).toEqual([false, true]);
  });
  test('much worse than at the first proposal asks again without calming down', () => {
    const steady: Script = [0, 30, 60, 80, 95].map((at) => [at, signal('giving-up')] as const);
    expect(proposes(steady).slice(1)).not.toContain(true);
    expect(proposes([...steady, [96, signal('error')]]).at(-1)).toBe(true);
  });
  test('nothing is proposed once a call was opened', () => {
    expect(
      proposes([
        [0, { kind: 'call-opened' }],
        [1, giveUp],
        [2, signal('error')],
        [3, signal('error')],
        [4, signal('error')],
      ]),
    ).not.toContain(true);
  });
});

describe('"I am fine"', () => {
  const giveUp: EmpathyEvent = { kind: 'words', sense: 'giving-up' };
  const fine: EmpathyEvent = { kind: 'declined' };
  test('is respected: the same trouble later proposes nobody, and worse trouble does', () => {
    expect(
      proposes([
        [0, giveUp],
        [3, fine],
        [200, giveUp],
      ]).at(-1),
    ).toBe(false);
    expect(
      proposes([
        [0, giveUp],
        [3, fine],
        [200, giveUp],
        [201, signal('error')],
      ]).at(-1),
    ).toBe(true);
  });
  test('nobody is called unasked afterwards, however bad it gets', () => {
    const bad = Array.from(
      { length: 60 },
      (_, i) => [10 + i, signal(signalKinds[i % signalKinds.length] as SignalKind)] as const,
    );
    expect(actions([[0, giveUp], [3, fine], ...bad])).not.toContain('call');
  });
  test('but words that ask for a person still call one', () => {
    expect(
      actions([
        [0, giveUp],
        [3, fine],
        [4, { kind: 'words', sense: 'person' }],
      ]).at(-1),
    ).toBe('call');
  });
});

describe('a call nobody asked for', () => {
  const giveUp: EmpathyEvent = { kind: 'words', sense: 'giving-up' };
  test('comes when a proposal stands unanswered and things get much worse', () => {
    const script: Script = [
      [0, giveUp],
      [11, signal('error')],
      [12, signal('error')],
    ];
    expect(actions(script)).toEqual(['propose', 'watch', 'call']);
  });
  test('never without a proposal that could be read for ten seconds', () => {
    const rush: Script = Array.from({ length: 9 }, (_, i) => [i, signal('error')] as const);
    expect(actions([...rush, [9.5, giveUp]])).not.toContain('call');
  });
  test('never on the strength of taps or a face', () => {
    const script: Script = [
      [0, { kind: 'camera-on' }],
      [1, giveUp],
      ...Array.from({ length: 30 }, (_, i) => [12 + i, signal(i % 2 ? 'rage-taps' : 'dead-tap')] as const),
    ];
    expect(actions(script)).not.toContain('call');
  });
});

describe('touch', () => {
  const rage = signal('rage-taps');
  test('counts under the camera consent only', () => {
    expect(play([[0, rage]]).state.signals).toEqual([]);
    expect(
      play([
        [0, { kind: 'camera-on' }],
        [1, rage],
      ]).state.signals,
    ).toHaveLength(1);
  });
  test('is forgotten with the consent', () => {
    const { state } = play([
      [0, { kind: 'camera-on' }],
      [1, rage],
      [2, signal('error')],
      [3, { kind: 'camera-off' }],
    ]);
    expect(state.signals.map(({ kind }) => kind)).toEqual(['error']);
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
    expect(decisions.at(-1)).toHaveProperty('because', [
      { code: 'error', times: 1 },
      { code: 'face', times: 1 },
      { code: 'search-repeated', times: 1 },
    ]);
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
    const trouble = [{ kind: 'error', at: monoMs(2000) }] as const;
    const more = (ms: number) => frustration(trouble, state.face, monoMs(ms)) > difficulty(trouble, monoMs(ms));
    expect(more(3000)).toBe(true);
    expect(more(12_001)).toBe(false);
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
const anySignal = fc.constantFrom(...signalKinds).map((kind): EmpathyEvent => signal(kind));
const timed = <T extends EmpathyEvent>(event: fc.Arbitrary<T>) => fc.array(fc.tuple(fc.nat(30), event), { maxLength: 60 });
const onClock = (steps: readonly (readonly [number, EmpathyEvent])[]): Script => {
  let seconds = 0;
  return steps.map(([wait, event]) => {
    seconds += wait;
    return [seconds, event] as const;
  });
};

const between = ({ least, most }: { least: number; most: number }) => fc.double({ min: least, max: most, noNaN: true });
const anySettings = fc.record({
  evidence: fc.record(
    Object.fromEntries(
      evidenceKinds.map((kind) => [
        kind,
        fc.record({ weight: between(weightRange(kind)), halfLifeMs: between(halfLifeRange(kind)) }),
      ]),
    ),
  ),
  watchFrom: between(levelRanges.watchFrom),
  proposeFrom: between(levelRanges.proposeFrom),
  callFrom: between(levelRanges.callFrom),
}) as fc.Arbitrary<unknown> as fc.Arbitrary<EmpathySettings>;

test('the face alone never does anything, whatever it shows, however long, and whatever the manager has set', () => {
  fc.assert(
    fc.property(timed(anyFace), anySettings, (steps, settings) => {
      expect(actions([[0, cameraOn], ...onClock(steps)], settings).every((action) => action === 'calm')).toBe(true);
    }),
  );
});

test('a face adds no more than outcomes and words did, and nothing is ever subtracted, whatever the manager has set', () => {
  fc.assert(
    fc.property(timed(fc.oneof(anyFace, anySignal)), anySettings, (steps, settings) => {
      const script = onClock(steps);
      const { state } = play([[0, cameraOn], ...script], settings);
      const now = monoMs((script.at(-1)?.[0] ?? 0) * 1000);
      const { difficulty: own, touch, face: ofFace, parts } = weigh(state.signals, state.face, now, settings);
      expect(ofFace).toBeLessThanOrEqual(own);
      for (const one of [own, touch, ofFace, ...parts.map(({ amount }) => amount)]) expect(one).toBeGreaterThanOrEqual(0);
      expect(frustration(state.signals, state.face, now, settings)).toBeGreaterThanOrEqual(
        difficulty(state.signals, now, settings),
      );
    }),
  );
});

test('face and touch change no screen: what is watched is decided by outcomes and words', () => {
  const plain = (event: EmpathyEvent) => event.kind === 'signal' && !isTouch(event.signal);
  fc.assert(
    fc.property(timed(fc.oneof(anyFace, anySignal)), anySettings, (steps, settings) => {
      const script: Script = [[0, cameraOn], ...onClock(steps)];
      const { watching } = play(script, settings).state;
      const last = script.at(-1)?.[0] ?? 0;
      const without: Script = [...script.filter(([, event]) => plain(event)), [last, { kind: 'camera-off' }]];
      const before: Script = [...script, [last, { kind: 'camera-off' }]];
      expect(play(before, settings).state.watching).toBe(watching);
      // Fading is looked at when something happens, so fewer events may only leave it standing longer.
      if (watching) expect(play(without, settings).state.watching).toBe(true);
    }),
  );
});

test('evidence that is missing changes nothing: no consent, and a consent that showed nothing, decide alike', () => {
  const neverTouch = anySignal.filter((event) => event.kind === 'signal' && !isTouch(event.signal));
  fc.assert(
    fc.property(timed(neverTouch), anySettings, (steps, settings) => {
      const script = onClock(steps);
      const blind = script.flatMap(
        ([at, event]): Script => [
          [at, face(0.9, 20, 0)],
          [at, event],
        ],
      );
      const decided = actions([[0, cameraOn], ...blind], settings).filter((_, i) => i > 0 && i % 2 === 0);
      expect(decided).toEqual(actions(script, settings));
    }),
  );
});

test('a person is proposed only with half of the needed evidence from outcomes, words and touch, or by a rule', () => {
  fc.assert(
    fc.property(timed(fc.oneof(anyFace, anySignal)), (steps) => {
      let state = notice(newEmpathy, cameraOn, monoMs(0)).state;
      for (const [seconds, event] of onClock(steps)) {
        const now = monoMs(seconds * 1000);
        const step = notice(state, event, now);
        state = step.state;
        if (step.decision.action !== 'propose' || step.decision.because[0]?.code === 'repeated-failure') continue;
        const { difficulty: own, touch } = weigh(state.signals, state.face, now);
        expect(own + touch).toBeGreaterThanOrEqual(evidenceFor(0.5) / 2 - 1e-9);
      }
    }),
  );
});

test('estimates and evidence are two names of one number', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 8, noNaN: true }), (odds) => {
      expect(evidenceFor(estimateOf(odds))).toBeCloseTo(odds);
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
