import * as v from 'valibot';
import { isNearAddress } from '../devices/printer/near.ts';
import { Text } from '../shared/contract/index.ts';

/** Whether an address lies on this machine or the store's own network. Names are none: nobody knows where they lead tomorrow. */
export function isNear(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if ((protocol !== 'http:' && protocol !== 'https:') || username !== '' || password !== '') return false;
  return hostname === 'localhost' || isNearAddress(hostname.replace(/^\[|\]$/g, ''));
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
