import * as v from 'valibot';
import { HostName, IpAddress, type Names } from './tls/names.ts';

const File = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));
const Port = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535));

/** `listen` in the configuration file: where staff and manager pages are served on the store's network. */
export const ListenConfig = v.strictObject({
  /** Address of this machine; 0.0.0.0 or :: for all it has. */
  host: IpAddress,
  port: v.optional(Port, 7443),
  /** What phones may type: names and addresses. Left out: those in the certificate. */
  names: v.optional(v.array(v.union([IpAddress, HostName], 'a name is written like kiosk1.store.lan')), []),
  /** Where the store's authority is handed out, while the manager has opened that (docs/tls.md). */
  handOutPort: v.optional(Port, 7480),
});
export type ListenConfig = v.InferOutput<typeof ListenConfig>;

/** `tls` in the configuration file: PEM files of a certificate that somebody else issued and renews. */
export const TlsConfig = v.strictObject({ certificate: File, key: File });

/** The names and addresses of `listen.names`, apart. */
export const namesOf = (names: readonly string[]): Names => ({
  dns: names.filter((name) => !v.is(IpAddress, name)),
  ip: names.filter((name) => v.is(IpAddress, name)),
});
