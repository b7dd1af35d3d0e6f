import * as v from 'valibot';
import { type MonoMs, monoMs } from '../units.ts';
import type { EmpathyEvent } from './policy.ts';
import { signalKinds } from './signals.ts';
import { senseOf, type WordSense } from './words.ts';

const senses = ['danger', 'person', 'complaint', 'health', 'giving-up', 'anger'] as const satisfies readonly WordSense[];

const time = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(0),
  v.transform((t): MonoMs => monoMs(t)),
);
const line = { t: time, visit: v.pipe(v.string(), v.minLength(1), v.maxLength(64)) };
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/**
 * One line of a file of recorded visits. `t`: milliseconds from any start, not going backwards within a visit. Beside the events of
 * {@link EmpathyEvent} there are `text` (what a shopper typed, read with the store's own lexicon), `truth` (whether a person was needed, and
 * from when on; for judging only) and `end`.
 */
export const RecordedEvent = v.variant('kind', [
  v.strictObject({ ...line, kind: v.literal('signal'), signal: v.picklist(signalKinds) }),
  v.strictObject({ ...line, kind: v.literal('success') }),
  v.strictObject({ ...line, kind: v.literal('words'), sense: v.picklist(senses) }),
  v.strictObject({ ...line, kind: v.literal('text'), text: v.pipe(v.string(), v.maxLength(1000)) }),
  v.strictObject({ ...line, kind: v.literal('camera-on') }),
  v.strictObject({ ...line, kind: v.literal('camera-off') }),
  v.strictObject({ ...line, kind: v.literal('expression'), negative: share, usableFrames: count, faces: count }),
  v.strictObject({ ...line, kind: v.literal('declined') }),
  v.strictObject({ ...line, kind: v.literal('call-opened') }),
  v.strictObject({ ...line, kind: v.literal('truth'), needed: v.boolean(), from: v.optional(time) }),
  v.strictObject({ ...line, kind: v.literal('end') }),
]);
export type RecordedEvent = v.InferOutput<typeof RecordedEvent>;

/** What the kiosk would have noticed; null for a line that only judges or ends the visit, and for words that ask for nothing. */
export function eventOf(recorded: RecordedEvent): EmpathyEvent | null {
  switch (recorded.kind) {
    case 'truth':
    case 'end':
      return null;
    case 'text': {
      const sense = senseOf(recorded.text);
      return sense === null ? null : { kind: 'words', sense };
    }
    case 'expression': {
      const { negative, usableFrames, faces } = recorded;
      return { kind: 'expression', expression: { negative, usableFrames, faces } };
    }
    default:
      return recorded;
  }
}
