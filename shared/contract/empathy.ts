import * as v from 'valibot';
import { type EvidenceKind, evidenceKinds, halfLifeRange, levelRanges, type Range, weightRange } from '../empathy/settings.ts';
import { route } from './route.ts';
import { EpochMsValue, MillisValue } from './values.ts';

const within = ({ least, most }: Range) => v.pipe(v.number(), v.finite(), v.minValue(least), v.maxValue(most));

const evidenceSetting = (kind: EvidenceKind) => {
  const { least, most } = halfLifeRange(kind);
  return v.strictObject({
    weight: within(weightRange(kind)),
    halfLifeMs: v.pipe(MillisValue, v.minValue(least as never), v.maxValue(most as never)),
  });
};
type Setting = ReturnType<typeof evidenceSetting>;

/** How the estimate is made: what the manager edits. The bounds keep every saved version such that no face decides and one mishap stays calm. */
export const EmpathySettings = v.pipe(
  v.strictObject({
    evidence: v.strictObject(
      Object.fromEntries(evidenceKinds.map((kind) => [kind, evidenceSetting(kind)])) as Record<EvidenceKind, Setting>,
    ),
    watchFrom: within(levelRanges.watchFrom),
    proposeFrom: within(levelRanges.proposeFrom),
    callFrom: within(levelRanges.callFrom),
  }),
  v.forward(
    v.check((settings) => settings.watchFrom < settings.proposeFrom, 'the screens get simpler before a person is proposed'),
    ['proposeFrom'],
  ),
  v.forward(
    v.check((settings) => settings.proposeFrom < settings.callFrom, 'a person is proposed before one is called'),
    ['callFrom'],
  ),
);
export type EmpathySettings = v.InferOutput<typeof EmpathySettings>;

const Version = v.strictObject({
  version: v.number(),
  settings: EmpathySettings,
  changed: v.nullable(v.strictObject({ by: v.string(), at: EpochMsValue })),
});

export const empathyRoutes = {
  'manager/empathy': route(
    'manager',
    v.strictObject({}),
    v.strictObject({
      current: Version,
      /** Version 0: as proposed. */
      standard: Version,
      /** Newest first. */
      history: v.array(Version),
      /** What employees' answers say about the estimate as it is made now; in no order. */
      samples: v.array(v.strictObject({ estimate: v.number(), needed: v.boolean() })),
    }),
  ),
  /** Adds a version. `from` is the version the page showed. */
  'manager/empathy-save': route(
    'manager',
    v.strictObject({ settings: EmpathySettings, from: v.number() }),
    v.strictObject({ ok: v.literal(true) }),
  ),
};
