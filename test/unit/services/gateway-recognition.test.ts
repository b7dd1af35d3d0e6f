import { describe, expect, it } from 'vitest';
import type { FilteredReading } from '../../../devices/beacons/gateways/parsed.ts';
import type { GatewayStatus } from '../../../devices/beacons/gateways/status.ts';
import { receiversOf } from '../../../electron/services/receivers.ts';
import { Recognition } from '../../../electron/services/recognise.ts';
import type { ZoneEvent } from '../../../shared/presence/types.ts';
import { dbm, millis, seconds } from '../../../shared/units.ts';
import { iBeacon } from '../../support/station.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const uuid = 'f7826da6-4fa2-4e98-8024-bc5b71e0893e';
const beacon = `ibeacon:${uuid}:7:4`;

function house(enterDwell = 0) {
  const clock = new VirtualClock();
  const events: ZoneEvent[] = [];
  const recognition = new Recognition(clock, (made) => events.push(...made));
  recognition.enrol({ id: beacon, customers: ['c1'], blocked: false, strength: 'weak', key: null });
  recognition.setZones([
    {
      id: 'till',
      name: 'Till',
      purpose: 'greet',
      receivers: ['door'],
      nearDbm: dbm(-70),
      farDbm: dbm(-76),
      enterDwellMs: millis(enterDwell),
      exitDwellMs: seconds(2),
      exclusive: false,
    },
  ]);
  const read = (rssi: number, minor = 4) => {
    const frame: FilteredReading['frame'] = { format: 'ibeacon', uuid, major: 7, minor, measuredPower: null };
    recognition.receiveReading({ receiver: 'door', frame, rssi: dbm(rssi), at: clock.mono() });
  };
  return { clock, events, recognition, read };
}

describe('readings of a filtering gateway', () => {
  it('are the level as they stand: the last one alone says near', () => {
    const { events, read } = house();
    for (let i = 0; i < 9; i++) read(-90);
    expect(events).toEqual([]);
    read(-60);
    expect(events).toMatchObject([{ event: 'enter', zone: 'till', beacon, receiver: 'door' }]);
  });

  it('are filtered when they are raw packets instead: one near one among nine far ones says nothing', () => {
    const { clock, events, recognition } = house();
    const packet = (rssi: number) =>
      recognition.receive({ receiver: 'door', address: 'c0ffee123456', rssi: dbm(rssi), data: iBeacon(4), at: clock.mono() });
    for (let i = 0; i < 9; i++) packet(-90);
    packet(-60);
    expect(events).toEqual([]);
  });

  it('speak for several packets: two far ones are enough to leave by', () => {
    const { clock, events, read, recognition } = house();
    recognition.start();
    read(-60);
    for (const rssi of [-90, -90, -90]) {
      clock.advance(seconds(1));
      read(rssi);
    }
    expect(events).toMatchObject([{ event: 'enter' }, { event: 'leave', t: events[0]!.t + 3000 }]);
    recognition.stop();
  });

  it('do not come while the broker is away, and nobody leaves by that at once', () => {
    const { clock, events, read, recognition } = house();
    recognition.start();
    for (let i = 0; i < 4; i++) {
      read(-60);
      clock.advance(seconds(1));
    }
    recognition.hears('door', false);
    clock.advance(seconds(30));
    expect(events).toMatchObject([{ event: 'enter' }]);
    recognition.hears('door', true);
    clock.advance(seconds(30));
    expect(events).toMatchObject([{ event: 'enter' }, { event: 'leave' }]);
    recognition.stop();
  });

  it('of a stranger leave no trace, and cannot be enrolled', () => {
    const { events, read, recognition } = house();
    const offered: string[] = [];
    recognition.listenForUnknown((unknown) => offered.push(unknown));
    read(-40, 5);
    expect(events).toEqual([]);
    expect(offered).toEqual([]);
    expect(recognition.overview().zones).toMatchObject([{ inside: 0, strongestDbm: null }]);
  });
});

describe('enrolling', () => {
  it('hears beacons at the kiosk only, however near another gateway they lie', () => {
    const { clock, recognition } = house();
    const offered: string[] = [];
    recognition.listenForUnknown((unknown) => offered.push(unknown));
    const packet = { receiver: 'door', address: 'c0ffee123456', rssi: dbm(-30), at: clock.mono() };
    recognition.receive({ ...packet, data: iBeacon(8) }, false);
    recognition.receive({ ...packet, data: iBeacon(9) });
    expect(offered).toEqual([`ibeacon:${uuid}:7:9`]);
  });
});

describe('the receivers of the manager page', () => {
  const gateway: GatewayStatus = {
    id: 'till',
    state: 'never',
    reason: 'wrong-password',
    detail: '',
    lastHeardAgeMs: null,
    atKiosk: false,
  };
  const heard = { id: 'kiosk-radio', lastHeardAgeMs: millis(1_700), strongestDbm: dbm(-60) };

  it('list every gateway, heard or not, with its own strength', () => {
    const yard = { ...gateway, id: 'yard', state: 'heard', reason: null, lastHeardAgeMs: millis(900) } as const;
    const signal = { id: 'yard', lastHeardAgeMs: millis(4_000), strongestDbm: dbm(-71) };
    expect(receiversOf([heard, signal], [gateway, yard])).toEqual([
      { id: 'kiosk-radio', kind: 'radio', state: 'heard', reason: null, lastHeardAgeMs: 1_000, strongestDbm: -60 },
      { id: 'till', kind: 'gateway', state: 'never', reason: 'wrong-password', lastHeardAgeMs: null, strongestDbm: null },
      { id: 'yard', kind: 'gateway', state: 'heard', reason: null, lastHeardAgeMs: 0, strongestDbm: -71 },
    ]);
  });

  it('call a radio silent as they do a gateway', () => {
    expect(receiversOf([{ ...heard, lastHeardAgeMs: seconds(26) }], [])).toMatchObject([{ state: 'silent' }]);
  });
});
