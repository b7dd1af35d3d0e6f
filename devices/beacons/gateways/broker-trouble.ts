import type { BrokerTrouble } from './status.ts';

export interface Trouble {
  readonly trouble: BrokerTrouble;
  readonly detail: string;
  /** The topics it is about, when it is not about all of them. */
  readonly topics?: readonly string[];
}

/** CONNACK codes for a wrong name or password and for "not authorised": MQTT 3.1.1 §3.2.2.3, MQTT 5 §3.2.2.2. */
const credentialCodes = new Set<unknown>([4, 5, 134, 135]);
const nameCodes = new Set<unknown>(['ENOTFOUND', 'EAI_AGAIN']);

/** What stands between us and a broker, from the error of a failed connection (null: it closed without one). */
export function troubleOf(url: string, error: Error | null): Trouble {
  const code: unknown = error === null ? null : (error as { code?: unknown }).code;
  if (credentialCodes.has(code))
    return { trouble: 'wrong-password', detail: `The broker ${url} refuses the user name or the password.` };
  if (typeof code === 'number')
    return { trouble: 'broker-refuses', detail: `The broker ${url} refuses the connection (${code}).` };
  if (nameCodes.has(code)) return { trouble: 'broker-unknown', detail: `No machine has the name in ${url}.` };
  const said = error?.message ?? 'it closed the connection';
  if (typeof code === 'string' && /CERT|SSL|TLS|SIGNATURE|ISSUER/.test(code))
    return { trouble: 'not-trusted', detail: `No trusted connection to the broker ${url}: ${said}.` };
  return { trouble: 'broker-away', detail: `The broker ${url} does not answer: ${said}.` };
}
