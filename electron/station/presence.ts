import { randomBytes, randomInt } from 'node:crypto';
import type { Metrics } from '../metrics.ts';
import { BeaconHelp } from '../services/beacon-help.ts';
import { CarriedBeacons } from '../services/carried.ts';
import { ClockAhead } from '../services/clock-ahead.ts';
import type { ConsentService } from '../services/consent.ts';
import { DemoWalks } from '../services/demo-walks.ts';
import { GreetingZones } from '../services/greeting-zone.ts';
import { JoinService } from '../services/join.ts';
import type { KioskService } from '../services/kiosk.ts';
import { Recognition } from '../services/recognise.ts';
import { BeaconRegistration } from '../services/register-beacon.ts';
import { readResolverKey } from '../services/resolver-key.ts';
import type { Ground } from './ground.ts';
import type { Hearing } from './hearing.ts';

interface Needs extends Pick<Hearing, 'gateways' | 'radio' | 'walker'> {
  readonly consents: ConsentService;
  readonly kiosk: KioskService;
  readonly metrics: Metrics;
}

/** Whose beacon is where, who is greeted for it, and how a beacon comes to be somebody's. */
export function makePresence(
  { clock, context, demo, folder, store, today }: Ground,
  { consents, gateways, kiosk, metrics, radio, walker }: Needs,
) {
  const recognition = new Recognition(
    clock,
    (events) => {
      metrics.moved(events);
      greetingZones.look();
    },
    ({ keyId, clockOffset, knownAt }) => store.beacons.learnClock(`eid:${keyId}`, clockOffset, knownAt),
    (eid) => ahead.heard(eid),
  );
  const carried = new CarriedBeacons(context, recognition, () => greetingZones.look());
  const ahead = new ClockAhead(context, {
    recognition,
    today,
    learn: (beaconId, clockOffset) => carried.learnClock(beaconId, clockOffset),
  });
  const greetingZones = new GreetingZones(recognition, kiosk);
  const join = new JoinService(context, {
    recognition,
    consents,
    carried,
    today,
    radioHears: () =>
      demo ||
      radio().state === 'listening' ||
      radio().state === 'silent' ||
      radio().state === 'starting' ||
      gateways().some((gateway) => gateway.atKiosk && gateway.state === 'heard'),
    random: { int: randomInt, bytes: randomBytes },
    onJoined: (customer) => {
      kiosk.dispatch({ type: 'joined', ...customer });
      kiosk.session().attempted('joined', null);
    },
  });
  return {
    recognition,
    carried,
    ahead,
    greetingZones,
    join,
    demoWalks: walker === null ? null : new DemoWalks(context, walker),
    help: new BeaconHelp(context, { carried, join }),
    registration: new BeaconRegistration(context, carried, () => readResolverKey(folder)),
  };
}

export type Presence = ReturnType<typeof makePresence>;
