import type { AdvertisementSource } from '../../devices/beacons/advertisement.ts';
import { DemoWalkSource } from '../../devices/beacons/demo-walk.ts';
import type { Gateways } from '../../devices/beacons/gateways/mqtt-gateways.ts';
import type { RadioStatus } from '../../shared/contract/index.ts';
import { gatewaysFor } from '../gateways.ts';
import { KIOSK_RECEIVER } from '../kiosk-receiver.ts';
import type { Metrics } from '../metrics.ts';
import { sourceFor } from '../radio.ts';
import type { Recognition } from '../services/recognise.ts';
import type { Ground } from './ground.ts';
import type { Stops } from './stops.ts';

const switchedOff: RadioStatus = {
  state: 'off',
  reason: 'switched-off',
  detail: 'the radio is switched off',
  advertisementsPerSecond: 0,
  lastAdvertisementAgeMs: null,
  restarts: 0,
};

/** What hears beacons: the kiosk's own radio, gateways, and in a demo store the walks that stand in for a radio. */
export function makeHearing(
  { clock, config, demo, log, report, streams }: Ground,
  given: { readonly source?: AdvertisementSource; readonly gateways?: Gateways },
) {
  const receivers = given.gateways ?? gatewaysFor(config.gateways, clock);
  const walker = demo ? new DemoWalkSource({ clock, random: Math.random, receiver: KIOSK_RECEIVER }) : null;
  let radio = switchedOff;
  // A packet that brings something to a fault must not bring the station down.
  const safely =
    <T extends unknown[]>(take: (...packet: T) => void) =>
    (...packet: T) => {
      try {
        take(...packet);
      } catch (error) {
        report(error);
      }
    };

  const hear = async ({ metrics, recognition }: { metrics: Metrics; recognition: Recognition }, stops: Stops) => {
    const hears = given.source ?? sourceFor(config.radio, { clock, receiver: KIOSK_RECEIVER });
    for (const heard of [hears, walker]) {
      if (heard === null) continue;
      await heard.start(
        safely((advertisement) => {
          metrics.heard(advertisement.receiver);
          recognition.receive(advertisement);
        }),
        (status) => {
          if (heard !== hears) return;
          if (status.reason !== radio.reason || status.state !== radio.state) {
            log[status.reason === null ? 'info' : 'warn']({ state: status.state, reason: status.reason }, status.detail);
            // Demo walks are heard whatever the radio does.
            if (walker === null) recognition.hears(KIOSK_RECEIVER, status.state !== 'starting' && status.state !== 'unavailable');
          }
          radio = status;
        },
      );
      stops.add(() => heard.stop());
    }
    await receivers?.start({
      advertisement: safely((advertisement, { atKiosk }) => {
        metrics.heard(advertisement.receiver);
        recognition.receive(advertisement, atKiosk);
      }),
      reading: safely((reading) => {
        metrics.heard(reading.receiver);
        recognition.receiveReading(reading);
      }),
      changed: ({ id, state, reason, detail }) => {
        recognition.hears(id, reason === null);
        if (state === 'heard' && reason === null) log.info({ gateway: id }, detail);
        else log.warn({ gateway: id, reason: reason ?? state }, detail);
        streams.changed('manager');
      },
    });
    stops.add(() => receivers?.stop());
  };

  return { walker, radio: () => radio, gateways: () => receivers?.statuses() ?? [], hear };
}

export type Hearing = ReturnType<typeof makeHearing>;
