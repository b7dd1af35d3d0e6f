import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence, Sight, SightEnd } from '../../../devices/camera/sight.ts';
import {
  type FaceFacts,
  judgeFace,
  MAX_TILT_DEGREES,
  MAX_TURN,
  MIN_HEIGHT_PX,
  MIN_SHARPNESS,
} from '../../../devices/camera/sight.ts';
import { look, mayRead, type Watch, watchFrom } from '../../../devices/camera/window.ts';
import { monoMs } from '../../../shared/units.ts';

interface Outcome {
  readonly watch: Watch;
  readonly sent: readonly { readonly at: number; readonly evidence: Evidence }[];
  readonly end: { readonly at: number; readonly reason: SightEnd } | null;
}

/** Feeds looks as the worker does: a face is read only while the window allows it. */
function run(looks: readonly { readonly at: number; readonly sight: Sight }[], from = 0): Outcome {
  let watch = watchFrom(monoMs(from));
  const sent: { at: number; evidence: Evidence }[] = [];
  for (const { at, sight } of looks) {
    const now = monoMs(at);
    const step = look(watch, mayRead(watch, now) ? sight : { ...sight, negative: null }, now);
    watch = step.watch;
    if (step.evidence) sent.push({ at, evidence: step.evidence });
    if (step.end) return { watch, sent, end: { at, reason: step.end } };
  }
  return { watch, sent, end: null };
}

const face = (negative: number): Sight => ({ faces: 1, quality: 'good', negative });
const unread: Sight = { faces: 1, quality: 'turned', negative: null };
const nobody: Sight = { faces: 0, quality: null, negative: null };
const two: Sight = { faces: 2, quality: null, negative: null };

/** Two looks a second from `from` until just before `to`, in milliseconds. */
const during = (from: number, to: number, sight: (i: number) => Sight) =>
  Array.from({ length: Math.ceil((to - from) / 500) }, (_, i) => ({ at: from + i * 500, sight: sight(i) }));

describe('evidence', () => {
  test('a calm face gives zero, from the sixth second on, once a second', () => {
    const { sent, end } = run(during(0, 10_000, () => face(0.1)));
    expect(sent.map(({ at }) => at)).toEqual([5_000, 6_000, 7_000, 8_000, 9_000]);
    expect(sent[0]!.evidence).toEqual({ negative: 0, usableFrames: 11, faces: 1 });
    expect(end).toBeNull();
  });

  test('it is the share of the last ten seconds above 0.9, exclusive', () => {
    const calm = during(0, 5_500, () => face(0.1));
    const { sent } = run([...calm, ...during(5_500, 20_000, (i) => face(i % 2 ? 0.91 : 0.9))]);
    const last = sent.at(-1)!;
    // The last ten seconds hold 21 looks, both ends included.
    expect(last).toEqual({ at: 19_000, evidence: { negative: 11 / 21, usableFrames: 21, faces: 1 } });
  });

  test('fewer than eight usable frames say nothing', () => {
    const sparse = Array.from({ length: 20 }, (_, i) => ({ at: i * 1_500, sight: face(0.1) }));
    expect(run(sparse).sent).toEqual([]);
  });

  test('faces that were found but not read count for nothing', () => {
    expect(run(during(0, 30_000, () => unread)).sent).toEqual([]);
  });

  test('a misread resting face is muted for good', () => {
    const { sent, watch } = run([...during(0, 5_500, () => face(0.31)), ...during(5_500, 60_000, () => face(0.99))]);
    expect(sent).toEqual([]);
    expect(watch).toMatchObject({ muted: true, frames: [] });
  });

  test('a resting average of 0.29 is not, even with single bad frames in it', () => {
    expect(run(during(0, 8_000, (i) => face(i === 3 ? 0.99 : 0.22))).sent).not.toEqual([]);
  });

  test('another face after a gap starts from its own resting seconds', () => {
    const { sent } = run([
      ...during(0, 8_000, () => face(0)),
      ...during(8_000, 11_000, () => nobody),
      ...during(11_000, 17_000, () => face(0.2)),
    ]);
    expect(sent.map(({ at }) => at).filter((at) => at >= 10_500)).toEqual([16_000]);
    expect(sent.at(-1)!.evidence.usableFrames).toBe(11);
  });
});

describe('a second face', () => {
  test('stops the reading at once and drops the window', () => {
    const { watch, sent } = run([...during(0, 8_000, () => face(0)), { at: 8_000, sight: two }]);
    expect(watch.frames).toEqual([]);
    expect(mayRead(watch, monoMs(8_500))).toBe(false);
    expect(sent.every(({ at, evidence }) => at < 8_000 || evidence.usableFrames === 0)).toBe(true);
  });

  test('is told at once, and once, to whoever still goes by what was sent before', () => {
    const { sent } = run([...during(0, 8_250, () => face(1 / 4)), { at: 8_100, sight: two }, { at: 8_600, sight: two }]);
    expect(sent.filter(({ at }) => at > 8_000)).toEqual([{ at: 8_100, evidence: { negative: 0, usableFrames: 0, faces: 2 } }]);
    expect(run([...during(0, 4_000, () => face(0)), { at: 4_000, sight: two }]).sent).toEqual([]);
  });

  test('ends the camera after three seconds', () => {
    expect(run(during(0, 20_000, (i) => (i < 10 ? face(0) : two))).end).toEqual({ at: 8_000, reason: 'second-face' });
  });

  test('is still there while the detector blinks', () => {
    expect(run(during(0, 20_000, (i) => (i % 2 ? unread : two))).end).toEqual({ at: 3_000, reason: 'second-face' });
  });

  test('that passes by costs only the window', () => {
    const passing = [...during(0, 2_000, () => two), ...during(2_000, 20_000, () => face(0))];
    const { end, sent } = run(passing);
    expect(end).toBeNull();
    // Last seen at 1.5 s, held until 2.5 s, then five resting seconds.
    expect(sent[0]!.at).toBe(8_000);
  });
});

test('a second face that comes back later has its three seconds again', () => {
  const looks = during(0, 20_000, (i) => (i === 0 || i >= 20 ? two : face(0)));
  expect(run(looks).end).toEqual({ at: 13_000, reason: 'second-face' });
});

describe('nobody', () => {
  test('ends the camera ten seconds after it opened, or after the last face', () => {
    expect(run(during(0, 30_000, () => nobody)).end).toEqual({ at: 10_000, reason: 'nobody' });
    expect(run(during(0, 30_000, (i) => (i === 4 ? unread : nobody))).end).toEqual({ at: 12_000, reason: 'nobody' });
  });
});

describe('a face is read only when it is near, clear, frontal and sharp', () => {
  const best: FaceFacts = {
    score: 0.5,
    heightPx: MIN_HEIGHT_PX,
    turn: MAX_TURN,
    tilt: MAX_TILT_DEGREES,
    sharpness: MIN_SHARPNESS,
  };
  test.each([
    ['good', {}],
    ['far', { heightPx: MIN_HEIGHT_PX - 0.1 }],
    ['unclear', { score: 0.49 }],
    ['turned', { turn: MAX_TURN + 0.01 }],
    ['turned', { tilt: MAX_TILT_DEGREES + 0.1 }],
    ['blurred', { sharpness: MIN_SHARPNESS * 0.99 }],
  ] as const)('%s: %j', (quality, change) => {
    expect(judgeFace({ ...best, ...change })).toBe(quality);
  });
});

describe('what the shopper may see', () => {
  const watched = (looks: readonly { readonly at: number; readonly sight: Sight }[]) => {
    let watch = watchFrom(monoMs(0));
    return looks.map(({ at, sight }) => {
      const step = look(watch, mayRead(watch, monoMs(at)) ? sight : { ...sight, quality: null, negative: null }, monoMs(at));
      watch = step.watch;
      return step;
    });
  };

  test('is the share the station gets, and nothing before there is one', () => {
    const steps = watched(during(0, 12_000, (i) => face(i > 12 ? 0.95 : 0.1)));
    expect(steps[9]!.seen).toEqual({ faces: 1, quality: 'good', negative: null });
    for (const { seen, evidence } of steps) if (evidence) expect(seen.negative).toBe(evidence.negative);
    expect(steps.at(-1)!.seen.negative).toBeGreaterThan(0.4);
  });

  test('a muted face is said to be one, and has no share', () => {
    const steps = watched(during(0, 8_000, () => face(0.5)));
    expect(steps.at(-1)!.seen).toEqual({ faces: 1, quality: 'muted', negative: null });
  });

  test('nobody is read beside a second face, nor for a second after', () => {
    const steps = watched([...during(0, 8_000, () => face(0)), { at: 8_000, sight: two }, { at: 8_500, sight: face(1) }]);
    expect(steps.at(-2)!.seen).toEqual({ faces: 2, quality: null, negative: null });
    expect(steps.at(-1)!.seen).toEqual({ faces: 1, quality: null, negative: null });
  });
});

describe('a camera that shows nothing true', () => {
  test.each(['dark', 'frozen'] as const)('%s: off after ten seconds, with its own reason', (quality) => {
    const fault: Sight = { faces: 0, quality, negative: null };
    const { end, sent } = run([...during(0, 8_000, () => face(0)), ...during(8_000, 30_000, () => fault)]);
    expect(end).toEqual({ at: 17_500, reason: quality });
    expect(sent.every(({ at, evidence }) => at < 8_000 || evidence.usableFrames === 0)).toBe(true);
  });

  test('what a standing picture showed is forgotten', () => {
    const { watch, sent } = run([
      ...during(0, 8_000, () => face(0)),
      { at: 8_000, sight: { faces: 0, quality: 'frozen', negative: null } },
    ]);
    expect(watch.frames).toEqual([]);
    expect(sent.at(-1)).toEqual({ at: 8_000, evidence: { negative: 0, usableFrames: 0, faces: 0 } });
  });
});

describe('whatever the camera sees', () => {
  const sights = fc.oneof(
    { weight: 6, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }).map(face) },
    { weight: 1, arbitrary: fc.constantFrom(unread, nobody, two, { faces: 7, quality: null, negative: null }) },
  );
  const history = fc
    .array(fc.record({ gap: fc.integer({ min: 1, max: 1_500 }), sight: sights }), { minLength: 1, maxLength: 200 })
    .map((steps) => {
      let at = 0;
      return steps.map(({ gap, sight }) => {
        at += gap;
        return { at, sight };
      });
    });

  test('messages are a second apart, have a share and at least eight frames, none within reach of a second face, or take back the last', () => {
    fc.assert(
      fc.property(history, (looks) => {
        const { sent } = run(looks);
        sent.forEach(({ at, evidence }, i) => {
          if (evidence.usableFrames === 0) {
            expect(evidence).toMatchObject({ negative: 0, faces: expect.toSatisfy((faces: number) => faces !== 1) });
            expect(sent[i - 1]?.evidence.usableFrames).toBeGreaterThan(0);
            return;
          }
          if (i > 0) expect(at - sent[i - 1]!.at).toBeGreaterThanOrEqual(sent[i - 1]!.evidence.usableFrames > 0 ? 1_000 : 0);
          expect(evidence.negative).toBeGreaterThanOrEqual(0);
          expect(evidence.negative).toBeLessThanOrEqual(1);
          expect(evidence.usableFrames).toBeGreaterThanOrEqual(8);
          const reach = looks.filter((one) => one.at > at - 5_000 && one.at <= at);
          expect(reach.some((one) => one.sight.faces > 1)).toBe(false);
        });
      }),
    );
  });

  test('nothing older than ten seconds is remembered', () => {
    fc.assert(
      fc.property(history, (looks) => {
        const { watch } = run(looks);
        const now = looks.at(-1)!.at;
        expect(watch.frames.every(({ at }) => now - at <= 10_000)).toBe(true);
      }),
    );
  });

  test('a smile never changes anything: only what exceeds 0.9 counts, and calm is calm', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 30, maxLength: 60 }),
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        (frowns, calm) => {
          const at = (rest: number) =>
            run([
              ...during(0, 5_500, () => face(rest)),
              ...frowns.map((frown, i) => ({ at: 5_500 + i * 500, sight: face(frown ? 0.95 : rest) })),
            ]);
          expect(at(calm).sent).toEqual(at(0).sent);
        },
      ),
    );
  });

  test('the share never falls when one look becomes more negative', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 40 }),
        fc.nat(),
        (values, pick) => {
          const index = pick % values.length;
          const of = (list: readonly number[]) =>
            run([
              ...during(0, 5_500, () => face(0)),
              ...list.map((negative, i) => ({ at: 5_500 + i * 500, sight: face(negative) })),
            ]).sent.map(({ evidence }) => evidence.negative);
          const before = of(values);
          const after = of(values.map((value, i) => (i === index ? 1 : value)));
          expect(after).toHaveLength(before.length);
          expect(after.every((share, i) => share >= before[i]!)).toBe(true);
        },
      ),
    );
  });
});
