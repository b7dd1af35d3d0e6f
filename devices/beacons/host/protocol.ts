import * as v from 'valibot';

/** Why there is no radio: machine-readable, shown by the manager page in its own words. */
export const unavailableReasons = [
  'no-bluetooth-in-kernel',
  'no-adapter',
  'not-permitted',
  'powered-off',
  'blocked',
  'busy',
  'unsupported-adapter',
  'unsupported-platform',
  'driver-failed',
] as const;
export type UnavailableReason = (typeof unavailableReasons)[number];

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Everything the radio host may say. It is another process running foreign code: what it says is checked like any input. */
export const HostMessage = v.variant('kind', [
  v.strictObject({ kind: v.literal('listening') }),
  v.strictObject({
    kind: v.literal('unavailable'),
    reason: v.picklist(unavailableReasons),
    detail: v.pipe(v.string(), v.maxLength(300)),
  }),
  /** Packed by wire.ts. */
  v.strictObject({ kind: v.literal('heard'), packed: v.instance(Uint8Array) }),
  /**
   * Once a second: the host's event loop turns. `dropped` counts advertisements let go because the station was slow; `load` is the share of
   * one core that all its threads used since the last beat: the driver reads its socket in a thread that can spin while the loop turns.
   */
  v.strictObject({ kind: v.literal('beat'), dropped: count, load: v.pipe(v.number(), v.minValue(0)) }),
]);
export type HostMessage = v.InferOutput<typeof HostMessage>;
