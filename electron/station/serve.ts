import type { AddressInfo } from 'node:net';
import type { Config } from '../config.ts';
import type { Lan } from '../lan.ts';
import { buildServer, type ServerParts } from '../server/http.ts';
import { hereListener, type Listener, listenOn } from '../server/listener.ts';
import { makeHandlers } from '../services/handlers/index.ts';
import type { NetworkService } from '../services/network.ts';
import { Snapshots } from '../services/snapshots.ts';
import { version } from '../version.ts';
import type { Hearing } from './hearing.ts';
import type { House } from './start.ts';
import type { Stops } from './stops.ts';

/** What the server answers with: the handlers of the contract, snapshots, pages, figures. */
export function serverParts(
  house: House & Hearing & { readonly network: NetworkService },
  { pages, secret }: Pick<ServerParts, 'pages' | 'secret'>,
): ServerParts {
  const { audit, calls, demo, demoWalks, doorkeeper, handOver, kiosk, log, looks, metrics, radio, streams } = house;
  const snapshots = new Snapshots(house);
  return {
    handlers: makeHandlers({ ...house, demo: demoWalks }),
    recognise: (tokens, loopback) => doorkeeper.recognise(tokens, loopback),
    used: (token) => doorkeeper.used(token),
    audit: (deed) => audit.record(deed),
    snapshot: (name, caller) => snapshots.make(name, caller),
    streamOpened: () => {
      setImmediate(() => streams.changed('manager'));
      return () => streams.changed('manager');
    },
    streams,
    pages,
    look: (path) => looks.file(path),
    health: () => ({
      status: 'ok',
      version,
      demo,
      radio: { state: radio().state, reason: radio().reason },
      openCalls: calls.open().length,
      visit: kiosk.state.visit !== null,
    }),
    metrics: () => metrics.page(),
    fetch: (token) => handOver.take(token),
    secret,
    log,
  };
}

/**
 * Answers on this machine and, where the configuration asks for it, on the store's network.
 * @returns the port on this machine
 * @throws OperatorError a port is taken
 */
export async function serve(
  parts: ServerParts,
  { config, lan, network }: { readonly config: Config; readonly lan: Lan | null; readonly network: NetworkService },
  stops: Stops,
): Promise<number> {
  stops.add(() => network.stop());
  const listen = async (listener: Listener, host: string, port: number, setting: string): Promise<number> => {
    const server = buildServer(parts, listener);
    stops.add(() => server.close());
    await listenOn(server, host, port, setting);
    return (server.server.address() as AddressInfo).port;
  };
  const port = await listen(hereListener, '127.0.0.1', config.port, '--port');
  network.start(lan === null ? 0 : await listen(lan.listener, lan.config.host, lan.config.port, '"listen"'));
  stops.add(() => parts.streams.stop());
  return port;
}
