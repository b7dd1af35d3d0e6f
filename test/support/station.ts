import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Advertisement, AdvertisementSource } from '../../devices/beacons/advertisement.ts';
import { computeEid } from '../../devices/beacons/eid.ts';
import { encodeEddystoneEid, encodeIBeacon } from '../../devices/beacons/encode.ts';
import { type ConfigInput, loadConfig } from '../../electron/config.ts';
import type { Page } from '../../electron/server/pages.ts';
import { type Station, startStation } from '../../electron/station.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Input, Output, RadioStatus, Refusal, RouteName, Snapshot, StreamName } from '../../shared/contract/index.ts';
import { dbm } from '../../shared/units.ts';
import { VirtualClock } from './virtual-clock.ts';

/** The kiosk's radio as tests drive it: delivers raw advertising bytes, like the radio host, at the strength the test says. */
export class Air implements AdvertisementSource {
  readonly #clock: Clock;
  #deliver: ((advertisement: Advertisement) => void) | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async start(deliver: (advertisement: Advertisement) => void, report: (status: RadioStatus) => void): Promise<void> {
    this.#deliver = deliver;
    report({
      state: 'listening',
      reason: null,
      detail: 'the air of a test',
      advertisementsPerSecond: 0,
      lastAdvertisementAgeMs: null,
      restarts: 0,
    });
  }

  async stop(): Promise<void> {
    this.#deliver = null;
  }

  send(data: Uint8Array, rssi: number | null, receiver = 'kiosk-radio'): void {
    this.#deliver?.({ receiver, address: '4c1122334455', rssi: rssi === null ? null : dbm(rssi), data, at: this.#clock.mono() });
  }
}

/** Advertising bytes of an iBeacon with the given minor number. */
export const iBeacon = (minor: number): Uint8Array =>
  encodeIBeacon({ uuid: 'f7826da6-4fa2-4e98-8024-bc5b71e0893e', major: 7, minor, measuredPower: dbm(-59) });

/** Advertising bytes a demo customer's beacon sends at this moment. */
export const demoEid = (identityKey: Uint8Array, clock: Clock): Uint8Array =>
  encodeEddystoneEid({ eid: computeEid(identityKey, 4, Math.floor(clock.wall() / 1000)), measuredPower: dbm(-59) });

/** What a refused request answered. */
export class Refused extends Error {
  readonly status: number;
  readonly body: Refusal['error'];
  constructor(status: number, body: Refusal['error']) {
    super(`${status} ${body.code}`);
    this.status = status;
    this.body = body;
  }
}

/** A page without a browser: calls routes and follows a stream, with its own cookies. */
export class Visitor {
  readonly #origin: string;
  #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  async call<N extends RouteName>(name: N, input: Input<N>): Promise<Output<N>> {
    const bytes = input instanceof Uint8Array;
    const response = await fetch(`${this.#origin}/api/${name}`, {
      method: 'POST',
      headers: {
        'content-type': bytes ? 'application/octet-stream' : 'application/json',
        cookie: this.#cookie(),
        // A connection kept alive would be cut by the server while a test lets days pass in one go.
        connection: 'close',
      },
      body: bytes ? (input as Uint8Array<ArrayBuffer>) : JSON.stringify(input),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      this.#cookies.set(name, value);
    }
    const body = (await response.json()) as unknown;
    if (!response.ok) throw new Refused(response.status, (body as Refusal).error);
    return body as Output<N>;
  }

  /** The first snapshot of a stream. */
  async look<N extends StreamName>(name: N): Promise<Snapshot<N>> {
    const response = await fetch(`${this.#origin}/api/events/${name}`, {
      headers: { cookie: this.#cookie(), connection: 'close' },
    });
    if (!response.ok || response.body === null) throw new Refused(response.status, ((await response.json()) as Refusal).error);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`the stream ${name} ended without a snapshot`);
      text += value;
      const data = /event: snapshot\ndata: (.*)\n\n/.exec(text)?.[1];
      if (data === undefined) continue;
      await reader.cancel();
      return JSON.parse(data) as Snapshot<N>;
    }
  }

  /** Follows a stream to its end. */
  async follow(name: StreamName): Promise<{ text: () => string; ended: Promise<void> }> {
    const response = await fetch(`${this.#origin}/api/events/${name}`, {
      headers: { cookie: this.#cookie(), connection: 'close' },
    });
    if (!response.ok || response.body === null) throw new Refused(response.status, ((await response.json()) as Refusal).error);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = (await reader.read()).value ?? '';
    const read = async () => {
      // A stream that is cut off ends with an error or without: both are an end.
      for (;;) {
        const { value, done } = await reader.read().catch(() => ({ value: undefined, done: true }));
        if (done) return;
        text += value ?? '';
      }
    };
    return { text: () => text, ended: read() };
  }

  /** Hands every snapshot of a stream to `take` until the returned function is called or the station is gone. */
  async watch<N extends StreamName>(name: N, take: (snapshot: Snapshot<N>) => void): Promise<() => void> {
    const ended = new AbortController();
    const response = await fetch(`${this.#origin}/api/events/${name}`, {
      headers: { cookie: this.#cookie(), connection: 'close' },
      signal: ended.signal,
    });
    if (!response.ok || response.body === null) throw new Refused(response.status, ((await response.json()) as Refusal).error);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const read = async () => {
      let text = '';
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        const events = (text + value).split('\n\n');
        text = events.pop() ?? '';
        for (const event of events) {
          const data = /event: snapshot\ndata: (.*)/.exec(event)?.[1];
          if (data !== undefined) take(JSON.parse(data) as Snapshot<N>);
        }
      }
    };
    // A stream that is cut off ends with an error or without: both are an end.
    read().catch(() => {});
    return () => ended.abort();
  }

  #cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** A station in a folder of its own, on a free port, with time and air in the test's hands. */
export class TestStation {
  readonly clock = new VirtualClock();
  readonly air = new Air(this.clock);
  readonly folder: string;
  readonly #demo: boolean;
  readonly #config: ConfigInput;
  readonly #pages: ReadonlyMap<string, Page>;
  #station: Station | null = null;

  private constructor(demo: boolean, config: ConfigInput, pages: ReadonlyMap<string, Page>, folder: string) {
    this.#demo = demo;
    this.#config = config;
    this.#pages = pages;
    this.folder = folder;
  }

  /** @param options `prepare` puts into the data folder what must be there before the first start */
  static async start(
    options: {
      demo?: boolean;
      config?: ConfigInput;
      pages?: ReadonlyMap<string, Page>;
      prepare?: (test: TestStation) => Promise<unknown>;
    } = {},
  ): Promise<TestStation> {
    const test = new TestStation(
      options.demo ?? true,
      options.config ?? {},
      options.pages ?? new Map(),
      mkdtempSync(join(tmpdir(), 'prevenance-test-')),
    );
    await options.prepare?.(test);
    await test.boot();
    return test;
  }

  get station(): Station {
    if (this.#station === null) throw new Error('the station is stopped');
    return this.#station;
  }

  async boot(): Promise<void> {
    const fixed = { data: this.folder, port: 0, demo: this.#demo, headless: true, radio: 'none' } as const;
    const config = loadConfig(undefined, { ...fixed, ...this.#config });
    this.#station = await startStation(config, { clock: this.clock, source: this.air, pages: this.#pages });
  }

  async halt(): Promise<void> {
    await this.#station?.stop();
    this.#station = null;
  }

  async remove(): Promise<void> {
    await this.halt();
    rmSync(this.folder, { recursive: true, force: true });
  }

  visitor(): Visitor {
    return new Visitor(this.station.origin);
  }

  /** Lets a beacon be heard for a while, several packets a second. */
  hear(data: () => Uint8Array, rssi: number, ms: number): void {
    for (let t = 0; t < ms; t += 200) {
      this.air.send(data(), rssi);
      this.clock.advance(200);
    }
  }
}
