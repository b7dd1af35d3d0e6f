import * as v from 'valibot';
import { route } from './route.ts';
import { DbmValue, EpochMsValue, Id, MillisValue, Text } from './values.ts';

const done = v.strictObject({ ok: v.literal(true) });
const nothing = v.strictObject({});
const Changed = v.nullable(v.strictObject({ by: v.string(), at: EpochMsValue }));

const Place = v.picklist(['inside', 'outside']);
const ShareValue = v.strictObject({ share: v.number(), low: v.number(), high: v.number() });
const Expected = v.strictObject({
  greeted: ShareValue,
  noticed: ShareValue,
  wait: v.nullable(MillisValue),
  insideSpots: v.number(),
  outsideSpots: v.number(),
});
export type Expected = v.InferOutput<typeof Expected>;

const ProposalView = v.variant('kind', [
  v.strictObject({ kind: v.literal('more'), missing: Place }),
  v.strictObject({ kind: v.literal('unheard') }),
  v.strictObject({ kind: v.literal('swapped') }),
  v.strictObject({ kind: v.literal('overlap'), expected: Expected }),
  v.strictObject({
    kind: v.literal('boundary'),
    settings: v.strictObject({ near: DbmValue, far: DbmValue, enterDwell: MillisValue, exitDwell: MillisValue }),
    expected: Expected,
  }),
]);

/**
 * A walk test under way, as every open manager page shows it. Says nothing about which beacon is carried: only that there is one, and how
 * strongly it is heard.
 */
export const WalkView = v.strictObject({
  zone: Id,
  receivers: v.array(Id),
  /** `finding`: a beacon is to be held against the receiver `at`. `walking`: one was found. */
  stage: v.picklist(['finding', 'walking']),
  at: Id,
  /** While finding: `several` compete, or the search has ended and `found-none`. */
  finding: v.nullable(v.picklist(['listening', 'several', 'found-none'])),
  /** What each of the zone's receivers hears of the carried beacon now. */
  heard: v.array(v.strictObject({ receiver: Id, dbm: v.nullable(DbmValue), ageMs: v.nullable(MillisValue) })),
  spots: v.array(
    v.strictObject({
      id: Id,
      place: Place,
      /** Counts the spots of its side from 1. */
      number: v.number(),
      /** Null once recorded. */
      remainingMs: v.nullable(MillisValue),
      packets: v.number(),
      medians: v.array(v.strictObject({ receiver: Id, dbm: DbmValue, packets: v.number() })),
      /**
       * `silent`: nothing was heard here and, so far, nothing since: the beacon may be asleep. `out-of-reach`: nothing here, but again later.
       * `sparse`: too few packets to judge by.
       */
      trouble: v.nullable(v.picklist(['silent', 'out-of-reach', 'sparse'])),
    }),
  ),
  histograms: v.array(
    v.strictObject({
      receiver: Id,
      bins: v.array(v.strictObject({ dbm: v.number(), inside: v.number(), outside: v.number() })),
    }),
  ),
  proposal: ProposalView,
  expiresInMs: MillisValue,
});
export type WalkView = v.InferOutput<typeof WalkView>;

const offsetLimit = 20;
export const ReceiverOffset = v.strictObject({
  receiver: Id,
  offsetDb: v.pipe(v.number(), v.finite(), v.minValue(-offsetLimit), v.maxValue(offsetLimit)),
});
export type ReceiverOffset = v.InferOutput<typeof ReceiverOffset>;

/**
 * A make of beacon: what its identifiers begin with, and its strength at one metre. What tells one beacon from the next of the same make
 * does not fit into `match`.
 */
export const BeaconModelSettings = v.strictObject({
  id: Id,
  name: Text(60),
  match: v.pipe(
    v.string(),
    v.regex(
      /^(?:ibeacon:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:|altbeacon:[0-9a-f]{32}|eddystone-uid:[0-9a-f]{20}:|eid:)$/,
      'a make is told by an iBeacon UUID, the first 32 digits of an AltBeacon identifier, an Eddystone namespace, or Eddystone-EID',
    ),
  ),
  measuredPowerDbm: v.pipe(
    DbmValue,
    v.minValue(-90 as never, 'a beacon this weak at one metre is no use'),
    v.maxValue(-30 as never, 'no beacon is this strong at one metre'),
  ),
});
export type BeaconModelSettings = v.InferOutput<typeof BeaconModelSettings>;

const listed = <S extends Parameters<typeof v.array>[0]>(item: S) => v.array(v.strictObject({ value: item, changed: Changed }));

export const calibrationRoutes = {
  /** Begins a walk test for a zone, or another search for the beacon to carry: whichever is held against `at`. */
  'manager/walk-begin': route('manager', v.strictObject({ zone: Id, at: Id }), done),
  /** Records twenty seconds where the manager stands; in place of an earlier recording when `instead` names one. */
  'manager/walk-spot': route('manager', v.strictObject({ place: Place, instead: v.nullable(Id) }), done),
  /** Takes a spot out of the walk, or puts it back. */
  'manager/walk-keep': route('manager', v.strictObject({ id: Id, keep: v.boolean() }), done),
  /** Ends the walk test and forgets everything about it. */
  'manager/walk-end': route('manager', nothing, done),
  'manager/corrections': route(
    'manager',
    nothing,
    v.strictObject({ offsets: listed(ReceiverOffset), models: listed(BeaconModelSettings) }),
  ),
  'manager/offset-save': route('manager', ReceiverOffset, done),
  'manager/model-save': route('manager', BeaconModelSettings, done),
  'manager/model-delete': route('manager', v.strictObject({ id: Id }), done),
};
