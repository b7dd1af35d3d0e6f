import { randomBytes } from 'node:crypto';
import type { AdvertisementSource } from '../devices/beacons/advertisement.ts';
import type { Gateways } from '../devices/beacons/gateways/mqtt-gateways.ts';
import type { Clock } from '../shared/clock.ts';
import type { Config } from './config.ts';
import { lockData } from './data-lock.ts';
import { lanFor } from './lan.ts';
import { Metrics } from './metrics.ts';
import { pagesFolder } from './paths.ts';
import { loadPages, type Page } from './server/pages.ts';
import { NetworkService } from './services/network.ts';
import { makeCalling } from './station/calling.ts';
import { makeConsent } from './station/consent.ts';
import { makeDoors } from './station/doors.ts';
import { makeGround } from './station/ground.ts';
import { makeHearing } from './station/hearing.ts';
import { type Kiosk, makeKiosk } from './station/kiosk.ts';
import { makeOffice } from './station/office.ts';
import { makePresence } from './station/presence.ts';
import { makeScreen } from './station/screen.ts';
import { serve, serverParts } from './station/serve.ts';
import { startHouse } from './station/start.ts';
import { Stops } from './station/stops.ts';
import { version } from './version.ts';

/** A running station. */
export interface Station {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Where staff and manager pages are reached from the store's network, the best first; empty without `listen`. */
  readonly lan: readonly string[];
  /** Per-boot secret of the shell and of commands on this machine. */
  readonly secret: string;
  readonly demo: boolean;
  /** One-time code for the first log-in of a new store; null once a manager password exists. */
  readonly setupCode: string | null;
  stop(): Promise<void>;
}

/** Edges of the machine that tests replace. */
export interface StationEdges {
  readonly clock: Clock;
  /** Where advertisements come from; made from the configuration when left out. */
  readonly source?: AdvertisementSource;
  /** Receivers away from the kiosk; made from the configuration when left out. */
  readonly gateways?: Gateways;
  /** The built pages; read from `dist/renderer` when left out. */
  readonly pages?: ReadonlyMap<string, Page>;
}

/**
 * Puts the rooms of the house together and starts them. Each is made in its file under `station/`; what runs by itself is started, in its
 * order, by `station/start.ts`.
 * @throws OperatorError when the operator must mend something first: data folder in use, database unusable, port taken, pages not built
 */
export async function startStation(
  config: Config,
  { clock, pages = loadPages(pagesFolder), ...edges }: StationEdges,
): Promise<Station> {
  const lock = lockData(config.data);
  const stops = new Stops();
  stops.add(() => lock.release());
  try {
    const ground = await makeGround(config, clock, stops);
    const consent = makeConsent(ground);
    const doors = await makeDoors(ground);
    const hearing = makeHearing(ground, edges);
    const origins = () => network.origins();
    let here = '';
    const calling = makeCalling(ground, () => origins()[0] ?? here);
    const metrics = new Metrics({
      radio: hearing.radio,
      gateways: hearing.gateways,
      openCalls: () => calling.calls.open().length,
      staffPages: () => ground.streams.count('staff'),
    });
    const kiosk: Kiosk = makeKiosk(ground, { ...calling, ...consent, join: () => presence.join });
    const screen = makeScreen(ground, { ...consent, ...kiosk });
    const presence = makePresence(ground, { ...consent, ...hearing, ...kiosk, metrics });
    const office = makeOffice(ground, { ...calling, ...consent, ...presence, ...screen, origins });
    const lan = await lanFor(config, ground);
    const network = new NetworkService(ground.clock, lan);
    const house = {
      ...ground,
      ...consent,
      ...doors,
      ...hearing,
      ...calling,
      metrics,
      ...kiosk,
      ...screen,
      ...presence,
      ...office,
      network,
    };

    const secret = randomBytes(24).toString('base64url');
    const parts = serverParts(house, { pages, secret });
    startHouse(house, stops);
    const port = await serve(parts, { config, lan, network }, stops);
    await hearing.hear(house, stops);

    const origin = `http://127.0.0.1:${port}`;
    here = origin;
    calling.pager.start();
    lock.publish({ pid: process.pid, origin, secret });
    const { demo, log } = ground;
    log.info({ version, port, lan: network.origins(), demo }, 'the station is running');
    return { origin, lan: network.origins(), secret, demo, setupCode: doors.setupCode, stop: () => stops.run() };
  } catch (error) {
    await stops.run();
    throw error;
  }
}
