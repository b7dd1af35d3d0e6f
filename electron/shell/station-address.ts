import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

/** Where the station listens and what proves that a request comes from this machine's own shell. */
export interface StationAddress {
  readonly origin: string;
  /** Made by the station at each start; sent as {@link secretHeader}, never shown to the page. */
  readonly secret: string;
}

/** Header that carries {@link StationAddress.secret}. */
export const secretHeader = 'x-prevenance-kiosk';

/**
 * Environment variables by which a shell learns of a station that already runs: its address, from the program that started both,
 * or its data folder, when it is a service of its own that may be restarted at any time.
 */
export const stationVariables = {
  origin: 'PREVENANCE_STATION_ORIGIN',
  secret: 'PREVENANCE_STATION_SECRET',
  data: 'PREVENANCE_STATION_DATA',
} as const;

/** Plain HTTP to the loopback interface of this machine; the secret must not travel anywhere else. */
const Origin = v.pipe(
  v.string(),
  v.regex(/^http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost):[1-9]\d{0,4}$/),
  v.check((origin) => URL.canParse(origin)),
);
const Secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,256}$/));
const Ready = v.strictObject({ type: v.literal('ready'), origin: Origin, secret: Secret });
const Failed = v.strictObject({ type: v.literal('failed'), message: v.pipe(v.string(), v.maxLength(2_000)) });

/** The address in the station's ready message, or null when `message` is not one. */
export function readReady(message: unknown): StationAddress | null {
  const ready = v.safeParse(Ready, message);
  return ready.success ? { origin: ready.output.origin, secret: ready.output.secret } : null;
}

/** The reason in the message of a station that could not start, or null when `message` is not one. */
export function readFailure(message: unknown): string | null {
  const failure = v.safeParse(Failed, message);
  return failure.success ? failure.output.message : null;
}

/** Where the station is now; null while there is none. */
export type FindStation = () => StationAddress | null;

/** The station named by the environment: none, one, or a broken name that must stop the start. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): FindStation | 'none' | 'invalid' {
  const origin = env[stationVariables.origin];
  const secret = env[stationVariables.secret];
  const data = env[stationVariables.data];
  if (origin === undefined && secret === undefined) return data === undefined ? 'none' : () => readCard(data);
  const address = readReady({ type: 'ready', origin, secret });
  return address === null || data !== undefined ? 'invalid' : () => address;
}

/** The address on the card that a station leaves in its data folder, read anew each time: every start makes another secret. */
function readCard(folder: string): StationAddress | null {
  try {
    const card = JSON.parse(readFileSync(join(folder, 'station.json'), 'utf8')) as Partial<StationAddress>;
    return readReady({ type: 'ready', origin: card.origin, secret: card.secret });
  } catch {
    return null;
  }
}
