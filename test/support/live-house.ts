import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../electron/config.ts';
import { type Station, startStation } from '../../electron/station.ts';
import type { Clock } from '../../shared/clock.ts';
import { openClock } from './open-clock.ts';
import { Air, demoEid } from './station.ts';

/** A station with its real pages and a clock at which the store is open, for browsers. Its radio is the test's. */
export interface LiveHouse {
  readonly origin: string;
  readonly air: Air;
  /** One-time code of a store on its first day. */
  readonly setupCode: string;
  /** Keeps a beacon in front of the kiosk until the returned function is called. */
  present(data: () => Uint8Array, rssi?: number): () => void;
  /** Stops the station and starts it again on the same data and port. */
  restart(): Promise<void>;
  halt(): Promise<void>;
  remove(): Promise<void>;
}

export interface LiveHouseOptions {
  /** The station's time; {@link openClock} unless a test wants to hurry it (`HurriedClock`). */
  readonly clock?: Clock;
  /** False: a store on its first day, with nothing in it and no radio. */
  readonly demo?: boolean;
}

export async function liveHouse({ clock = openClock, demo = true }: LiveHouseOptions = {}): Promise<LiveHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'prevenance-live-'));
  const air = new Air(clock);
  const boot = (port: number): Promise<Station> =>
    startStation(loadConfig(undefined, { data: folder, port, demo, headless: true, radio: 'none' }), {
      clock,
      ...(demo ? { source: air } : {}),
    });
  let station: Station | null = await boot(0);
  const { origin, setupCode } = station;
  const halt = async () => {
    await station?.stop();
    station = null;
  };
  return {
    origin,
    air,
    setupCode: setupCode ?? '',
    present: (data, rssi = -55) => {
      const timer = setInterval(() => air.send(data(), rssi), 150);
      return () => clearInterval(timer);
    },
    restart: async () => {
      await halt();
      station = await boot(Number(new URL(origin).port));
    },
    halt,
    remove: async () => {
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a demo customer's beacon sends now. */
export const demoBeacon =
  (id: string, clock: Clock = openClock) =>
  (): Uint8Array =>
    demoEid(createHash('sha256').update(`prevenance demo beacon ${id}`).digest().subarray(0, 16), clock);
