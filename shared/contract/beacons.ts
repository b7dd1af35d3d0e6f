import * as v from 'valibot';
import { BeaconKind } from './kiosk.ts';
import { route } from './route.ts';
import { EpochMsValue, Id, Picture, Text } from './values.ts';

const done = v.strictObject({ ok: v.literal(true) });
const nothing = v.strictObject({});

/** Beacons one customer may carry, and customers one beacon may have. */
export const mostBeacons = 5;
export const mostSharers = 3;

/** What a customer is called by at the till, however it is typed. */
const CustomerNumber = v.pipe(
  Text(12),
  v.transform((number) => number.toUpperCase().replace(/[^A-Z0-9]/g, '')),
);

const hexBytes = (bytes: number, what: string) =>
  v.pipe(v.string(), v.toLowerCase(), v.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), `${what} has ${bytes * 2} hex digits`));

/** A beacon in its carrier's account. Its own identifier stays in the station. */
export const CarriedBeacon = v.strictObject({
  handle: Id,
  /** `strong`: changes its identifier and cannot be copied. `weak`: always sends the same. */
  strength: v.picklist(['strong', 'weak']),
  addedAt: EpochMsValue,
  /** Others who carry it, too. */
  sharers: v.number(),
  blocked: v.boolean(),
});
export type CarriedBeacon = v.InferOutput<typeof CarriedBeacon>;

export const beaconRoutes = {
  'kiosk/beacons': route('kiosk', nothing, v.strictObject({ beacons: v.array(CarriedBeacon), hasPicture: v.boolean() })),
  /** Enrols one more beacon for the customer at the screen. */
  'kiosk/beacon-add': route('kiosk', v.strictObject({ with: BeaconKind }), done),
  /** Whoever joins next in this visit carries this beacon, too. Needs the picture of the one who allows it. */
  'kiosk/beacon-share': route('kiosk', v.strictObject({ handle: Id }), done),
  /** A lost beacon recognises nobody, at once; a found one does again. */
  'kiosk/beacon-block': route('kiosk', v.strictObject({ handle: Id, blocked: v.boolean() }), done),
  'kiosk/beacon-remove': route('kiosk', v.strictObject({ handle: Id }), done),
  /**
   * For a customer whom no beacon names: their number and their picture. `wrong` does not say which of the two is; too many mistakes
   * close the question. `find` then listens for the beacon held against the screen, whose clock may have run away.
   */
  'kiosk/beacon-help': route(
    'kiosk',
    v.strictObject({ number: CustomerNumber, picture: Picture, act: v.picklist(['block', 'unblock', 'find']) }),
    v.strictObject({ result: v.picklist(['done', 'wrong', 'closed']) }),
  ),
  /** Blocks or unblocks every beacon of the customer with this number, and says how many. */
  'manager/beacons-block': route(
    'manager',
    v.strictObject({ number: CustomerNumber, blocked: v.boolean() }),
    v.strictObject({ beacons: v.number() }),
  ),
  /** Whether the machine's clock can be believed: with a wrong one rotating beacons are strangers. */
  'manager/clock': route(
    'manager',
    nothing,
    v.strictObject({ clock: v.picklist(['right', 'past', 'unsynchronised', 'unknown']) }),
  ),
  /** The station's half of an Eddystone-EID registration: what is written to the beacon. */
  'operator/beacon-key': route('operator', nothing, v.strictObject({ publicKey: v.string() })),
  /** The beacon's half, as read from it. */
  'operator/beacon-register': route(
    'operator',
    v.strictObject({
      number: CustomerNumber,
      beaconKey: hexBytes(32, "a beacon's public key"),
      exponent: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(15)),
      clock: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff)),
      eid: hexBytes(8, 'an identifier'),
      readAt: EpochMsValue,
    }),
    v.strictObject({ beacons: v.number() }),
  ),
};
