import * as v from 'valibot';
import { Picture } from '../../../shared/contract/index.ts';

const steps = ['recognition', 'history', 'name', 'picture', 'beacon'] as const;

/** What a shopper has answered so far while joining. Nothing of it is recorded before the beacon is heard. */
const JoinDraft = v.strictObject({
  step: v.picklist(steps),
  history: v.boolean(),
  /** Versions of the words that were answered: other words are another question. */
  read: v.strictObject({ recognition: v.string(), history: v.string() }),
  name: v.pipe(v.string(), v.maxLength(40)),
  picture: v.nullable(Picture),
});
export type JoinDraft = v.InferOutput<typeof JoinDraft>;
export type JoinStep = JoinDraft['step'];

export const emptyDraft: JoinDraft = {
  step: 'recognition',
  history: false,
  read: { recognition: '', history: '' },
  name: '',
  picture: null,
};

/** The draft as the text that is mirrored to the station, so that a reload in the middle of joining loses nothing. */
export const writeDraft = (draft: JoinDraft): string => JSON.stringify(draft);

/** Reads a mirrored draft; anything else begins again, with nothing agreed. */
export function readDraft(text: string): JoinDraft {
  try {
    const draft = v.safeParse(JoinDraft, JSON.parse(text));
    return draft.success ? draft.output : emptyDraft;
  } catch {
    return emptyDraft;
  }
}

/** The step before this one; null at the first. */
export const stepBefore = (step: JoinStep): JoinStep | null => steps[steps.indexOf(step) - 1] ?? null;

/** "Step 2 of 5". */
export const stepNumber = (step: JoinStep): number => steps.indexOf(step) + 1;
export const stepCount = steps.length;
