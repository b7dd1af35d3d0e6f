import type { GatewayStatus } from '../../devices/beacons/gateways/status.ts';
import { isOpen } from '../../shared/assistance/call.ts';
import { handOverLeft, leaseLeft, waited } from '../../shared/assistance/view.ts';
import type {
  ManagerSnapshot,
  RadioStatus,
  Snapshot,
  StaffCall,
  StaffSnapshot,
  StreamName,
} from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import { type Millis, millis } from '../../shared/units.ts';
import type { EventStreams } from '../server/events.ts';
import type { Caller } from '../server/http.ts';
import type { CallRecord } from '../store/calls.ts';
import { version } from '../version.ts';
import type { ArrivalCodes } from './arrival.ts';
import { placeOf } from './call-place.ts';
import type { CallService } from './calls.ts';
import type { ConsentService } from './consent.ts';
import { type Context, moment } from './context.ts';
import type { DutyService } from './duty.ts';
import type { GoodwillService } from './goodwill.ts';
import type { KioskService } from './kiosk.ts';
import type { MatterDesk } from './matter-desk.ts';
import type { PagerChannels } from './pager-channels.ts';
import { receiversOf } from './receivers.ts';
import type { Recognition } from './recognise.ts';
import { shopperContext } from './shopper-context.ts';
import type { StoreHours } from './store-hours.ts';
import type { WalkTest } from './walk-test.ts';

/** Whole seconds, so that a second in which nothing happened pushes nothing but the waiting time. */
const whole = (duration: Millis): Millis => millis(Math.floor(duration / 1000) * 1000);

interface Parts {
  readonly context: Context;
  readonly arrival: ArrivalCodes;
  readonly calls: CallService;
  readonly consents: ConsentService;
  readonly duty: DutyService;
  readonly goodwill: GoodwillService;
  readonly hours: StoreHours;
  readonly kiosk: KioskService;
  readonly matterDesk: MatterDesk;
  readonly recognition: Recognition;
  readonly pagerChannels: PagerChannels;
  readonly streams: EventStreams;
  readonly walkTest: WalkTest;
  readonly demo: boolean;
  readonly radio: () => RadioStatus;
  readonly gateways: () => readonly GatewayStatus[];
}

/** Makes what each page shows. */
export class Snapshots {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  make<N extends StreamName>(name: N, caller: Caller): Snapshot<N> {
    const made = name === 'kiosk' ? this.#parts.kiosk.snapshot() : name === 'staff' ? this.#staff(caller) : this.#manager();
    return made as Snapshot<N>;
  }

  #staff(caller: Caller): StaffSnapshot {
    const { calls, context, duty, goodwill, hours, matterDesk } = this.#parts;
    const me = caller.employeeId === null ? undefined : context.store.employees.get(caller.employeeId);
    if (me === undefined || !me.active) throw new CallerError('not-allowed', 'log in first', 401);
    const colleagues = calls.helpers().filter((helper) => helper.onDuty && helper.id !== me.id);
    const own = duty.of(me.id);
    return {
      me: { id: me.id, name: me.name, onDuty: me.onDuty, manager: me.manager },
      storeName: hours.settings().name,
      colleaguesOnDuty: colleagues.length,
      colleagues: colleagues.map(({ id, free, employee }) => ({ id, name: employee.name, free })),
      duty: { ...own, breakMs: own.breakMs === null ? null : whole(own.breakMs) },
      goodwill: goodwill.allowance(me.id),
      notes: context.store.notes
        .list()
        .filter((note) => note.done === null)
        .map((note) => note.value),
      matters: matterDesk.count(me.id),
      calls: calls.heardBy(me.id).map((record) => this.#staffCall(record, me.id)),
    };
  }

  #staffCall(record: CallRecord, me: string): StaffCall {
    const { call, tried } = record;
    const { arrival, context } = this.#parts;
    const now = moment(context.clock);
    const lease = leaseLeft(call, now);
    const offer = handOverLeft(call, now);
    return {
      id: call.id,
      epoch: call.epoch,
      state: call.state,
      level: call.level,
      kioskId: call.kioskId,
      place: placeOf(context, call),
      reasons: [...call.reasons],
      language: call.language,
      tried: [...tried],
      ...shopperContext(this.#parts, record, me),
      raisedAt: call.raisedAt,
      waitedMs: whole(waited(call, now)),
      claimedBy: call.owner,
      leaseMs: lease === null ? null : whole(lease),
      handOver: call.handOver === null || offer === null ? null : { to: call.handOver.to, leftMs: whole(offer) },
      arrivalCode: call.owner?.id === me ? arrival.code(call.id) : null,
      overdue: call.overdue !== null,
    };
  }

  #manager(): ManagerSnapshot {
    const { calls, context, demo, duty, gateways, hours, matterDesk, pagerChannels, radio, recognition, streams, walkTest } =
      this.#parts;
    const overview = recognition.overview();
    const now = moment(context.clock);
    return {
      storeName: hours.settings().name,
      demo,
      version,
      radio: radio(),
      receivers: receiversOf(overview.receivers, gateways()),
      zones: overview.zones,
      walk: walkTest.view(),
      employeesOnDuty: calls.staffing().onDuty,
      staffPagesOpen: streams.count('staff'),
      pager: pagerChannels.live(),
      expected: duty.expected(),
      matters: matterDesk.count(null),
      openNotes: context.store.notes.list().filter((note) => note.done === null).length,
      openCalls: calls
        .open()
        .filter(({ call }) => isOpen(call))
        .map(({ call }) => ({
          id: call.id,
          state: call.state,
          reasons: [...call.reasons],
          waitedMs: whole(waited(call, now)),
          claimedBy: call.owner?.name ?? null,
        })),
    };
  }
}
