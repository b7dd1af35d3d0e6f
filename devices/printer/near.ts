import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Loopback, private and link-local networks (RFC 1122, RFC 1918, RFC 3927, RFC 4193, RFC 4291). */
const near = new BlockList();
near.addSubnet('127.0.0.0', 8, 'ipv4');
near.addSubnet('10.0.0.0', 8, 'ipv4');
near.addSubnet('172.16.0.0', 12, 'ipv4');
near.addSubnet('192.168.0.0', 16, 'ipv4');
near.addSubnet('169.254.0.0', 16, 'ipv4');
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');
near.addSubnet('fe80::', 10, 'ipv6');

/** Whether an IP address lies on this machine or the store's own network. A name is none. */
export function isNearAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && near.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** The addresses of a name, or the address itself. @throws when the name is not known */
export type Resolve = (host: string) => Promise<readonly string[]>;

const bySystem: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * Where a host lies on the store's own network. The address found is the one to connect to: asked again, a name may lead elsewhere.
 * @returns `unknown` when nobody knows the name in time; `far` when it leads out of the store only
 */
export async function nearAddress(
  host: string,
  signal: AbortSignal,
  resolve: Resolve = bySystem,
): Promise<{ readonly address: string } | 'unknown' | 'far'> {
  if (signal.aborted) return 'unknown';
  const tired = new Promise<null>((give) => signal.addEventListener('abort', () => give(null), { once: true }));
  const found = await Promise.race([resolve(host).catch(() => null), tired]);
  if (found === null) return 'unknown';
  const address = found.find(isNearAddress);
  return address === undefined ? 'far' : { address };
}
