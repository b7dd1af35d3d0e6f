import * as v from 'valibot';
import { CallLevel, MillisValue } from './values.ts';

/** Position of a level on the ladder; higher means that more people were told. */
export const levelRank = (level: CallLevel): number => CallLevel.options.indexOf(level);

const between = (least: number, most: number, unit: string) =>
  v.pipe(
    MillisValue,
    v.minValue(least as never, `at least ${least / 1000} ${unit}`),
    v.maxValue(most as never, `at most ${most / 1000} ${unit}`),
  );

/** From `afterMs` after the latest raise, `reach` hears the call too. */
export const EscalationStep = v.strictObject({ afterMs: between(0, 600_000, 's'), reach: CallLevel });
export type EscalationStep = v.InferOutput<typeof EscalationStep>;

/**
 * How long a call waits for whom: what the manager edits. A saved version never changes, and a call keeps the one it began with.
 * Whatever is set, somebody hears a call at once and the shopper is told the truth within ten minutes.
 */
export const EscalationPolicy = v.pipe(
  v.strictObject({
    steps: v.pipe(v.array(EscalationStep), v.minLength(2), v.maxLength(CallLevel.options.length)),
    /** Without a receipt from any device in this time, the pager channels are used. */
    receiptWithinMs: between(2_000, 60_000, 's'),
    /** From claim to arrival, before the call goes back to everyone. */
    leaseMs: between(30_000, 600_000, 's'),
    /** At the end of the ladder everyone is told again this often. */
    repeatMs: between(30_000, 600_000, 's'),
    /** At the end of the ladder and without a touch for this long, the kiosk asks whether anybody is still there. */
    stillThereAfterMs: between(120_000, 3_600_000, 's'),
    /** An employee who is with the shopper for this long is asked to note how it ended. */
    overdueAfterMs: between(120_000, 3_600_000, 's'),
  }),
  v.forward(
    v.check((policy) => policy.steps[0]?.afterMs === 0, 'the first step begins at once'),
    ['steps', 0, 'afterMs'] as never,
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { steps } = dataset.value;
    const wrong = (index: number, key: 'afterMs' | 'reach', message: string) =>
      addIssue({
        message,
        path: [
          { type: 'object', origin: 'value', input: dataset.value, key: 'steps', value: steps },
          { type: 'array', origin: 'value', input: steps as never, key: index, value: steps[index] },
          { type: 'object', origin: 'value', input: steps[index] as never, key, value: steps[index]?.[key] },
        ],
      });
    for (const [index, step] of steps.entries()) {
      const before = steps[index - 1];
      if (before === undefined) continue;
      if (step.afterMs <= before.afterMs) wrong(index, 'afterMs', 'later than the step before');
      if (levelRank(step.reach) <= levelRank(before.reach)) wrong(index, 'reach', 'more people than the step before');
    }
    if (steps.at(-1)?.reach !== 'unanswered') wrong(steps.length - 1, 'reach', 'the last step tells the shopper');
  }),
);
export type EscalationPolicy = v.InferOutput<typeof EscalationPolicy>;
