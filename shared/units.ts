/** A number that says what it measures. The property exists for the compiler only. */
type Unit<Name extends string> = number & { readonly __unit: Name };

/** Received signal strength, decibel-milliwatts (negative; nearer is larger). */
export type Dbm = Unit<'dBm'>;
/** Distance in metres. */
export type Metres = Unit<'m'>;
/** A length on a screen, or above the floor, in millimetres. */
export type Millimetres = Unit<'mm'>;
/** A duration in milliseconds. */
export type Millis = Unit<'ms'>;
/** Wall-clock time: milliseconds since 1970-01-01 UTC. May jump; never subtract two of these to get a duration. */
export type EpochMs = Unit<'epoch-ms'>;
/** Monotonic time: milliseconds since an arbitrary start of this process. The only source of durations. */
export type MonoMs = Unit<'mono-ms'>;
/** Money in euro cents, always an integer. */
export type Cents = Unit<'cents'>;

export const dbm = (value: number): Dbm => value as Dbm;
export const metres = (value: number): Metres => value as Metres;
export const millimetres = (value: number): Millimetres => value as Millimetres;
export const millis = (value: number): Millis => value as Millis;
export const seconds = (value: number): Millis => (value * 1000) as Millis;
export const minutes = (value: number): Millis => (value * 60_000) as Millis;
export const epochMs = (value: number): EpochMs => value as EpochMs;
export const monoMs = (value: number): MonoMs => value as MonoMs;
export const cents = (value: number): Cents => value as Cents;

/** The duration from `earlier` to `later` on the monotonic clock. */
export const elapsed = (earlier: MonoMs, later: MonoMs): Millis => (later - earlier) as Millis;
/** The monotonic instant `duration` after `start`. */
export const after = (start: MonoMs, duration: Millis): MonoMs => (start + duration) as MonoMs;
