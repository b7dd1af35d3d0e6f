import { seconds } from '../../shared/units.ts';
import type { Metrics } from '../metrics.ts';
import type { Calling } from './calling.ts';
import type { Consent } from './consent.ts';
import type { Doors } from './doors.ts';
import type { Ground } from './ground.ts';
import type { Kiosk } from './kiosk.ts';
import type { Office } from './office.ts';
import type { Presence } from './presence.ts';
import type { Screen } from './screen.ts';
import type { Stops } from './stops.ts';

/** Every service of the station; rooms give theirs names of their own. */
export type House = Ground & Consent & Doors & Calling & Kiosk & Screen & Presence & Office & { readonly metrics: Metrics };

/** Starts what runs by itself. The order is what each relies on; nothing listens yet, neither to the network nor to the air. */
export function startHouse(house: House, stops: Stops): void {
  const { ahead, audit, calls, clock, configuration, consentHead, corrections, duty, empathy, feedback } = house;
  const { greetingZones, join, kiosk, matterDesk, metrics, notes, pager, pagerChannels } = house;
  const { recognition, retention, store, streams, together, walkTest } = house;

  stops.add(
    calls.subscribe((call, effect) => metrics.called(call, effect)),
    calls.subscribe((call, effect) => pager.onCallEffect(call, effect)),
    calls.subscribe((call, effect) => empathy.onCallEffect(call, effect)),
    calls.subscribe((call, effect) => kiosk.onCallEffect(call.id, effect)),
  );
  corrections.apply();
  stops.add(() => walkTest.end());

  audit.start();
  consentHead.start();
  stops.add(
    () => audit.stop(),
    () => consentHead.stop(),
  );

  for (const beacon of store.beacons.list()) recognition.enrol(beacon);
  const zones = configuration.zones();
  recognition.setZones(zones);
  greetingZones.setZones(zones);
  recognition.start();
  retention.start();
  stops.add(
    () => retention.stop(),
    () => ahead.stop(),
    () => recognition.stop(),
  );

  calls.start();
  duty.start();
  notes.start();
  matterDesk.start();
  feedback.start();
  stops.add(
    () => matterDesk.stop(),
    () => feedback.stop(),
    () => duty.stop(),
    () => notes.stop(),
    // A timer lost to a fault must not be a call lost.
    clock.every(seconds(5), () => calls.tickAll()),
    () => calls.stop(),
    () => pagerChannels.stop(),
    () => pager.stop(),
  );

  kiosk.start();
  // The hours on the first scene follow the clock; a page is sent only what is new.
  stops.add(clock.every(seconds(10), () => streams.changed('kiosk')));
  // Receipts may have come in while the station was off.
  together.refresh();
  stops.add(
    () => together.stop(),
    () => kiosk.stop(),
    () => join.cancel(),
  );

  streams.start();
  metrics.start();
  stops.add(
    () => metrics.stop(),
    clock.every(seconds(1), () => streams.changed('manager', ...(calls.open().length > 0 ? (['staff', 'kiosk'] as const) : []))),
  );
}
