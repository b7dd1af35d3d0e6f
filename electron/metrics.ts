import { type ELDHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { GatewayStatus } from '../devices/beacons/gateways/status.ts';
import type { Call, CallEffect } from '../shared/assistance/call.ts';
import type { RadioStatus } from '../shared/contract/index.ts';
import type { ZoneEvent } from '../shared/presence/types.ts';
import type { Millis } from '../shared/units.ts';
import { KIOSK_RECEIVER } from './kiosk-receiver.ts';
import { version } from './version.ts';

/** What is read from the running station at each scrape. */
export interface MetricSources {
  readonly radio: () => RadioStatus;
  readonly gateways: () => readonly GatewayStatus[];
  readonly openCalls: () => number;
  readonly staffPages: () => number;
}

const radioStates: readonly RadioStatus['state'][] = ['off', 'starting', 'listening', 'silent', 'unavailable'];
const gatewayStates: readonly GatewayStatus['state'][] = ['never', 'heard', 'silent'];
/** How often the event loop is looked at, ms; Node counts it into every delay. */
const lagResolution = 10;
const nanoseconds = 1e-9;
/** Around what a shopper notices (5 s) and where the call policy climbs (20, 45, 90 s). */
const callBuckets = [1, 2, 5, 10, 20, 45, 90, 180, 300, 600, 1200];

/**
 * The station's figures for Prometheus. Labels name receivers, zones, states and reasons: what the store configured and what the code spells
 * out, never a beacon, a person, a visit or an employee.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #lag: ELDHistogram = monitorEventLoopDelay({ resolution: lagResolution });
  readonly #advertisements: Counter<'receiver'>;
  readonly #zoneEvents: Counter<'zone' | 'event'>;
  readonly #calls: Counter<'outcome'>;
  readonly #callSteps: Histogram<'step'>;

  constructor(sources: MetricSources) {
    const registers = [this.#registry];
    this.#advertisements = new Counter({
      name: 'prevenance_advertisements_total',
      help: 'Packets heard, whoever sent them; for a filtering gateway, readings.',
      labelNames: ['receiver'],
      registers,
    });
    this.#zoneEvents = new Counter({
      name: 'prevenance_zone_events_total',
      help: 'Beacons of customers who agreed that entered or left a zone.',
      labelNames: ['zone', 'event'],
      registers,
    });
    this.#calls = new Counter({
      name: 'prevenance_calls_closed_total',
      help: 'Calls for an employee that came to an end.',
      labelNames: ['outcome'],
      registers,
    });
    this.#callSteps = new Histogram({
      name: 'prevenance_call_seconds',
      help: 'Time from the raise of a call to each step it reached, counted once when the call is closed.',
      labelNames: ['step'],
      buckets: callBuckets,
      registers,
    });
    this.#readRadio(sources);
    this.#readGateways(sources);
    this.#read('prevenance_open_calls', 'Calls for an employee that are open now.', sources.openCalls);
    this.#read('prevenance_staff_pages', 'Staff pages that are connected now; at 0 nobody sees a call.', sources.staffPages);
    this.#readProcess();
  }

  start(): void {
    this.#lag.enable();
  }

  stop(): void {
    this.#lag.disable();
  }

  heard(receiver: string): void {
    this.#advertisements.inc({ receiver });
  }

  moved(events: readonly ZoneEvent[]): void {
    for (const { zone, event } of events) this.#zoneEvents.inc({ zone, event });
  }

  called({ times }: Call, effect: CallEffect): void {
    if (effect.kind !== 'closed') return;
    this.#calls.inc({ outcome: effect.state });
    const step = (name: string, took: Millis | null) => {
      if (took !== null) this.#callSteps.observe({ step: name }, took / 1000);
    };
    step('receipt', times.toReceipt);
    step('claim', times.toClaim);
    step('arrival', times.toArrival);
    step('close', times.toClose);
  }

  /** Everything in Prometheus' text format. */
  async page(): Promise<{ readonly type: string; readonly text: string }> {
    return { type: this.#registry.contentType, text: await this.#registry.metrics() };
  }

  /** A figure that is asked for at each scrape. */
  #read(name: string, help: string, value: () => number): void {
    this.#gauge(name, help, [], (gauge) => gauge.set({}, value()));
  }

  /** A gauge that is filled anew at each scrape, so that what is gone leaves no label behind. */
  #gauge<L extends string>(name: string, help: string, labelNames: readonly L[], fill: (gauge: Gauge<L>) => void): void {
    new Gauge<L>({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.#registry],
      collect() {
        this.reset();
        fill(this);
      },
    });
  }

  #readRadio({ radio, gateways }: MetricSources): void {
    this.#gauge('prevenance_radio_state', "1 for the state of the kiosk's own radio.", ['state'], (gauge) => {
      for (const state of radioStates) gauge.set({ state }, radio().state === state ? 1 : 0);
    });
    this.#gauge('prevenance_radio_trouble', 'Why the radio does not hear; absent when it does.', ['reason'], (gauge) => {
      const { reason } = radio();
      if (reason !== null) gauge.set({ reason }, 1);
    });
    new Counter({
      name: 'prevenance_radio_restarts_total',
      help: 'Times the radio host was started again.',
      registers: [this.#registry],
      collect() {
        this.reset();
        this.inc(radio().restarts);
      },
    });
    this.#gauge(
      'prevenance_last_advertisement_age_seconds',
      'Time since a receiver was last heard; absent while it never was.',
      ['receiver'],
      (gauge) => {
        const ages = gateways().map(({ id, lastHeardAgeMs }) => [id, lastHeardAgeMs] as const);
        for (const [receiver, age] of [[KIOSK_RECEIVER, radio().lastAdvertisementAgeMs] as const, ...ages])
          if (age !== null) gauge.set({ receiver }, age / 1000);
      },
    );
  }

  #readGateways({ gateways }: MetricSources): void {
    this.#gauge('prevenance_gateway_state', '1 for the state of each gateway.', ['receiver', 'state'], (gauge) => {
      for (const { id, state: now } of gateways())
        for (const state of gatewayStates) gauge.set({ receiver: id, state }, state === now ? 1 : 0);
    });
    this.#gauge(
      'prevenance_gateway_trouble',
      'Why a gateway is not heard; absent when nothing is known.',
      ['receiver', 'reason'],
      (gauge) => {
        for (const { id, reason } of gateways()) if (reason !== null) gauge.set({ receiver: id, reason }, 1);
      },
    );
  }

  #readProcess(): void {
    this.#gauge(
      'prevenance_event_loop_lag_seconds',
      'How late the event loop was since the last scrape.',
      ['quantile'],
      (gauge) => {
        for (const quantile of [0.5, 0.99, 1]) {
          // Nothing measured since the last scrape reads as 0 ns: not late.
          const late = this.#lag.percentile(quantile * 100) * nanoseconds - lagResolution / 1000;
          gauge.set({ quantile: String(quantile) } as Record<'quantile', string>, Math.max(0, late));
        }
        this.#lag.reset();
      },
    );
    this.#read('process_resident_memory_bytes', 'Resident memory of the station.', () => process.memoryUsage.rss());
    this.#read('process_start_time_seconds', 'When the process of the station started.', () => startedAt);
    this.#gauge('prevenance_build_info', 'The version that runs.', ['version', 'node'], (gauge) =>
      gauge.set({ version, node: process.versions.node }, 1),
    );
  }
}

const startedAt = Math.round(performance.timeOrigin / 1000);
