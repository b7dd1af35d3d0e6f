import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MatterMove } from '../../../shared/contract/index.ts';
import { isWaiting, movesOf, react, reactionsTo, reply, type Standing } from '../../../shared/voice/matter.ts';

const complaint: Standing = { kind: 'complaint', state: 'received', outcome: null, answer: null, reopened: false };
const idea: Standing = { ...complaint, kind: 'idea' };
const must = (next: Standing | string): Standing => {
  if (typeof next === 'string') throw new Error(next);
  return next;
};

describe('a complaint', () => {
  const answered = must(reply(complaint, 'answered', 'We are sorry.'));

  test('is answered only with words', () => {
    expect(reply(complaint, 'answered', null)).toBe('answer-needed');
    expect(reply(complaint, 'not-put-right', null)).toBe('answer-needed');
    expect(isWaiting(answered)).toBe(false);
  });

  test('is settled by the shopper alone, and then stays closed', () => {
    const settled = must(react(answered, true));
    expect(settled).toMatchObject({ state: 'closed', outcome: 'settled' });
    expect(react(settled, false)).toBe('no-answer-yet');
    expect(reply(settled, 'answered', 'More.')).toBe('closed');
  });

  test('is opened again once, also after the store has closed it', () => {
    for (const first of [answered, must(reply(complaint, 'put-right', 'Done.'))]) {
      const again = must(react(first, false));
      expect(again).toMatchObject({ state: 'reopened', outcome: null, reopened: true });
      expect(isWaiting(again)).toBe(true);
      const second = must(reply(again, 'answered', 'This is all we can do.'));
      expect(reactionsTo(second)).toEqual({ settles: true, reopens: false });
      expect(react(second, false)).toBe('reopened-before');
    }
  });

  test('cannot be judged before there is an answer', () => {
    expect(react(complaint, true)).toBe('no-answer-yet');
    expect(react(must(reply(complaint, 'looking', 'Soon.')), false)).toBe('no-answer-yet');
  });
});

test('an idea is looked at, and ends with a reason', () => {
  const looking = must(reply(idea, 'looking', null));
  expect(looking.state).toBe('looking');
  expect(reply(looking, 'not-done', null)).toBe('answer-needed');
  expect(must(reply(looking, 'not-done', 'No room.'))).toMatchObject({ state: 'closed', outcome: 'not-done' });
  expect(reply(idea, 'put-right', 'x')).toBe('not-for-this');
  expect(reactionsTo(must(reply(idea, 'done', 'Thank you.')))).toEqual({ settles: false, reopens: false });
});

test('whatever is done in whatever order: what has ended has an answer, and it was opened again at most once', () => {
  const step = fc.oneof(
    fc.record({ move: fc.constantFrom(...MatterMove.options), answer: fc.constantFrom(null, 'words') }),
    fc.record({ settles: fc.boolean() }),
  );
  fc.assert(
    fc.property(fc.constantFrom(complaint, idea), fc.array(step, { maxLength: 12 }), (first, steps) => {
      let now = first;
      let reopened = 0;
      for (const each of steps) {
        const next = 'settles' in each ? react(now, each.settles) : reply(now, each.move, each.answer);
        if (typeof next === 'string') continue;
        if (next.state === 'reopened' && now.state !== 'reopened') reopened += 1;
        now = next;
        if (!isWaiting(now)) expect(now.answer).not.toBeNull();
        expect(now.outcome !== null).toBe(now.state === 'closed');
      }
      expect(reopened).toBeLessThanOrEqual(1);
      expect(now.kind === 'idea' && now.reopened).toBe(false);
      expect(movesOf(now.kind)).not.toContain('settled');
    }),
  );
});
