import { BlockList, isIP } from 'node:net';
import * as v from 'valibot';
import { Text } from '../shared/contract/index.ts';

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

/** Whether an address lies on this machine or the store's own network. Names are none: nobody knows where they lead tomorrow. */
export function isNear(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if ((protocol !== 'http:' && protocol !== 'https:') || username !== '' || password !== '') return false;
  if (hostname === 'localhost') return true;
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  return family !== 0 && near.check(host, family === 4 ? 'ipv4' : 'ipv6');
}

/** A machine of the store's own that words answers anew (docs/ask.md). */
export const RephraseConfig = v.strictObject({
  /** The whole address of an OpenAI-compatible chat, such as `http://127.0.0.1:11434/v1/chat/completions`. */
  address: v.pipe(
    v.string(),
    v.check(isNear, 'must be an http address on this machine or the store’s own network, by number: 127.0.0.1, 10.…, 192.168.…'),
  ),
  model: Text(100),
});
export type RephraseConfig = v.InferOutput<typeof RephraseConfig>;
