import { CallerError } from '../errors.ts';
import { type Dbm, dbm, type Metres, type Millis, millis } from '../units.ts';
import type { ReceiverId, Zone, ZoneId } from './types.ts';

/** Path loss at one receiver: RSSI at one metre, and how fast it falls (about 1.5 indoors, 2 in free space). */
export interface Calibration {
  readonly referenceDbm: Dbm;
  readonly exponent: number;
}

export interface Boundary {
  readonly near: Dbm;
  readonly far: Dbm;
}

/** Dwell that found most visits for the fewest false ones on surveyed recordings (docs/presence.md). */
export const defaultDwell = { enter: millis(2000), exit: millis(8000) } as const;

/** The far boundary lies at this multiple of the near one's distance. */
export const defaultFarFactor = 1.5;

/** RSSI expected at `distance`: log-distance path loss, reference - 10 n log10(d / 1 m). */
export const expectedRssi = (calibration: Calibration, distance: Metres): Dbm =>
  dbm(calibration.referenceDbm - 10 * calibration.exponent * Math.log10(distance));

/** Boundaries of a circle of `radius` around a calibrated receiver. */
export function boundaryAt(radius: Metres, calibration: Calibration, farFactor = defaultFarFactor): Boundary {
  if (!(radius > 0 && Number.isFinite(radius))) throw new CallerError('bad-zone', 'a radius is more than 0 m');
  if (!(calibration.exponent > 0)) throw new CallerError('bad-zone', 'a path loss exponent is more than 0');
  return { near: expectedRssi(calibration, radius), far: expectedRssi(calibration, (radius * farFactor) as Metres) };
}

/** A zone ready for the engine. Refuses one that could never be entered or left. */
export function makeZone(settings: {
  id: ZoneId;
  receivers: Iterable<readonly [ReceiverId, Boundary]>;
  enterDwell?: Millis;
  exitDwell?: Millis;
  exclusive?: boolean;
}): Zone {
  const { id, enterDwell = defaultDwell.enter, exitDwell = defaultDwell.exit, exclusive = false } = settings;
  const receivers = new Map(settings.receivers);
  if (receivers.size === 0) throw new CallerError('bad-zone', `zone ${id} needs at least one receiver`);
  for (const [receiver, { near, far }] of receivers) {
    if (!(far <= near))
      throw new CallerError('bad-zone', `zone ${id}: far must not be stronger than near at receiver ${receiver}`);
  }
  if (!(enterDwell >= 0 && exitDwell >= 0)) throw new CallerError('bad-zone', `zone ${id}: a dwell is not negative`);
  return { id, receivers, enterDwell, exitDwell, exclusive };
}
