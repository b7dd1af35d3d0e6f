import * as v from 'valibot';

/** Where the station listens and what proves that a request comes from this machine's own shell. */
export interface StationAddress {
  readonly origin: string;
  /** Made by the station at each start; sent as {@link secretHeader}, never shown to the page. */
  readonly secret: string;
}

/** Header that carries {@link StationAddress.secret}. */
export const secretHeader = 'x-prevenance-kiosk';

/** Environment variables by which a shell learns of a station that already runs. */
export const stationVariables = { origin: 'PREVENANCE_STATION_ORIGIN', secret: 'PREVENANCE_STATION_SECRET' } as const;

/** Plain HTTP to the loopback interface of this machine; the secret must not travel anywhere else. */
const Origin = v.pipe(
  v.string(),
  v.regex(/^http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost):[1-9]\d{0,4}$/),
  v.check((origin) => URL.canParse(origin)),
);
const Secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,256}$/));
const Ready = v.strictObject({ type: v.literal('ready'), origin: Origin, secret: Secret });

/** The address in the station's ready message, or null when `message` is not one. */
export function readReady(message: unknown): StationAddress | null {
  const ready = v.safeParse(Ready, message);
  return ready.success ? { origin: ready.output.origin, secret: ready.output.secret } : null;
}

/** The station named by the environment: none, one, or a broken name that must stop the start. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): StationAddress | 'none' | 'invalid' {
  const origin = env[stationVariables.origin];
  const secret = env[stationVariables.secret];
  if (origin === undefined && secret === undefined) return 'none';
  return readReady({ type: 'ready', origin, secret }) ?? 'invalid';
}
