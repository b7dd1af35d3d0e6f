import { isIP } from 'node:net';
import * as v from 'valibot';

/** A DNS name a phone can ask for: letters, digits and hyphens, no wildcard, lower case. */
export const HostName = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(253),
  v.regex(
    /^(?!\d+(?:\.\d+){3}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/,
    'a name is written like kiosk1.store.lan',
  ),
);

/** One spelling for each address: browsers write IPv6 the short way, certificates the long one. */
export const plainIp = (address: string): string =>
  isIP(address) === 6 ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address;

/** An IPv4 or IPv6 address without a mask. */
export const IpAddress = v.pipe(
  v.string(),
  v.trim(),
  v.check((text) => isIP(text) !== 0 && !text.includes('%'), 'an address is written like 192.168.1.5'),
  v.transform(plainIp),
);

/** What a certificate stands for. */
export interface Names {
  readonly dns: readonly string[];
  readonly ip: readonly string[];
}

/** How a name or an address stands in a `Host` header or a URL. */
const inUrl = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host);

/** `host:port` as a browser sends it: without the port where it is the scheme's own. */
export const hostHeader = (host: string, port: number, standard: number): string =>
  port === standard ? inUrl(host) : `${inUrl(host)}:${port}`;

export const sameNames = (a: Names, b: Names): boolean =>
  JSON.stringify([[...a.dns].sort(), [...a.ip].sort()]) === JSON.stringify([[...b.dns].sort(), [...b.ip].sort()]);

export const listed = ({ dns, ip }: Names): string => [...dns, ...ip].join(', ');
