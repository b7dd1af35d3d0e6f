import * as v from 'valibot';
import { OperatorError } from '../../../shared/errors.ts';
import type { ReceiverId, Zone } from '../../../shared/presence/types.ts';
import { type Boundary, boundaryAt, defaultFarFactor, makeZone } from '../../../shared/presence/zone.ts';
import { dbm, metres, millis } from '../../../shared/units.ts';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const strength = v.pipe(v.number(), v.minValue(-127), v.maxValue(20));
const dwell = v.pipe(v.number(), v.minValue(0), v.maxValue(3_600_000));

const ZoneEntry = v.strictObject({
  id: name,
  receivers: v.pipe(v.array(name), v.minLength(1, 'a zone needs at least one receiver')),
  /** A circle around each receiver, by its calibration … */
  radiusMetres: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(100))),
  calibration: v.optional(
    v.record(name, v.strictObject({ referenceDbm: strength, exponent: v.pipe(v.number(), v.minValue(0.5), v.maxValue(6)) })),
  ),
  /** Far boundary as a multiple of the radius. */
  farFactor: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(10))),
  /** … or boundaries as they are measured, the same for each receiver. */
  nearDbm: v.optional(strength),
  farDbm: v.optional(strength),
  enterDwellMs: v.optional(dwell),
  exitDwellMs: v.optional(dwell),
  exclusive: v.optional(v.boolean()),
});
type ZoneEntry = v.InferOutput<typeof ZoneEntry>;

const ZonesFile = v.strictObject({ zones: v.pipe(v.array(ZoneEntry), v.minLength(1, 'there is no zone in it')) });

const bad = (what: string): OperatorError => new OperatorError('bad-zones-file', `The zones file: ${what}.`);

function boundary(zone: ZoneEntry, receiver: ReceiverId): Boundary {
  const { radiusMetres, nearDbm, farDbm } = zone;
  if (nearDbm !== undefined && farDbm !== undefined && radiusMetres === undefined)
    return { near: dbm(nearDbm), far: dbm(farDbm) };
  if (radiusMetres === undefined || nearDbm !== undefined || farDbm !== undefined) {
    throw bad(`zone ${zone.id} needs either radiusMetres with calibration, or nearDbm and farDbm`);
  }
  const calibration = zone.calibration?.[receiver];
  if (calibration === undefined) throw bad(`zone ${zone.id} has a radius but no calibration for receiver ${receiver}`);
  const { referenceDbm, exponent } = calibration;
  return boundaryAt(metres(radiusMetres), { referenceDbm: dbm(referenceDbm), exponent }, zone.farFactor ?? defaultFarFactor);
}

/**
 * Zones from the text of a zones file.
 * @throws OperatorError that names the zone and key.
 */
export function parseZones(text: string): Zone[] {
  let json: unknown;
  try {
    // Some editors put a byte order mark in front.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw bad(`not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  const parsed = v.safeParse(ZonesFile, json);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    const unknown = issue.type === 'strict_object' && issue.expected === 'never';
    const problem = unknown ? `not a setting of a zone (${Object.keys(ZoneEntry.entries).join(', ')})` : issue.message;
    throw bad(`${v.getDotPath(issue) ?? 'the file'}: ${problem}`);
  }
  const ids = new Set<string>();
  return parsed.output.zones.map((zone) => {
    if (ids.has(zone.id)) throw bad(`there are two zones ${zone.id}`);
    ids.add(zone.id);
    const { id, enterDwellMs, exitDwellMs, exclusive } = zone;
    return makeZone({
      id,
      receivers: zone.receivers.map((receiver) => [receiver, boundary(zone, receiver)] as const),
      ...(enterDwellMs === undefined ? {} : { enterDwell: millis(enterDwellMs) }),
      ...(exitDwellMs === undefined ? {} : { exitDwell: millis(exitDwellMs) }),
      ...(exclusive === undefined ? {} : { exclusive }),
    });
  });
}
