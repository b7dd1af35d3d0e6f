import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import type { Clock } from '../shared/clock.ts';
import { OperatorError } from '../shared/errors.ts';
import type { Config } from './config.ts';
import { type ListenConfig, namesOf } from './listen-config.ts';
import { type Listener, lanListener } from './server/listener.ts';
import type { Context } from './services/context.ts';
import { tlsFolder } from './tls/folder.ts';
import { TlsKeeper } from './tls/keeper.ts';
import { hostHeader, plainIp } from './tls/names.ts';

/** The station on the store's network. */
export interface Lan {
  readonly config: ListenConfig;
  readonly listener: Listener;
  /** Null without encryption. */
  readonly keeper: TlsKeeper | null;
  /** `https://name:port` of everything it answers to, the best first. */
  origins(port: number): readonly string[];
}

/** The addresses of this machine on its networks. */
const ownAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((cards) =>
    (cards ?? []).map(({ address }) => plainIp(address.split('%', 1)[0] ?? '')),
  );

const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

/**
 * The network side that the configuration asks for; null for none.
 * @throws OperatorError `tls-needed` without a certificate, unless the operator typed that it shall be so; what is wrong with a given one
 */
export async function lanFor(
  config: Config,
  parts: { readonly clock: Clock; readonly log: Context['log'] },
): Promise<Lan | null> {
  const { data, insecureHttpOnTheLan: insecure = false, listen, tls } = config;
  if (listen === undefined) {
    if (tls === undefined && !insecure) return null;
    throw new OperatorError(
      'listen-missing',
      'A certificate is for the store\'s network: say in "listen" (or --listen ADDRESS) where the station answers there.',
    );
  }
  if (insecure && tls !== undefined) {
    throw new OperatorError(
      'tls-or-insecure',
      'There is a certificate in "tls", so nothing needs --insecure-http-on-the-lan. Leave one of them out.',
    );
  }
  const wanted = namesOf(listen.names);
  if (insecure) {
    const names = () => [...listen.names, ...(isEverywhere(listen.host) ? ownAddresses() : [listen.host])];
    return { config: listen, listener: lanListener(names, null), keeper: null, origins: originsOf('http', names) };
  }
  const own = tlsFolder(data);
  if (tls === undefined && !existsSync(own.certificate)) {
    throw new OperatorError(
      'tls-needed',
      `"listen" opens the staff pages to the network at ${listen.host}, and PINs travel there: that needs a certificate. Make one with "prevenance tls init --name NAME --data ${data}", or name one in "tls". Whoever accepts that everybody on the network can read along types --insecure-http-on-the-lan.`,
      { host: listen.host },
    );
  }
  const keeper = await TlsKeeper.open({ ...parts, paths: tls ?? own, own: tls === undefined ? data : null, wanted });
  const names = () => [...keeper.material.names.dns, ...keeper.material.names.ip];
  const listener = lanListener(names, { cert: keeper.material.cert, key: keeper.material.key }, (server) =>
    keeper.attach(server),
  );
  return { config: listen, listener, keeper, origins: originsOf('https', names) };
}

const originsOf =
  (scheme: 'http' | 'https', names: () => readonly string[]) =>
  (port: number): readonly string[] =>
    names().map((name) => `${scheme}://${hostHeader(name, port, scheme === 'https' ? 443 : 80)}`);
