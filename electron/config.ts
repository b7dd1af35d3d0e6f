import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { Id } from '../shared/contract/index.ts';
import { OperatorError } from '../shared/errors.ts';
import { GatewaysConfig } from './gateway-config.ts';
import { ListenConfig, TlsConfig } from './listen-config.ts';
import { RephraseConfig } from './rephrase-config.ts';

/** Where advertisements come from: the kiosk's own radio, nowhere, or a capture file. */
export const RadioChoice = v.union([
  v.picklist(['auto', 'none']),
  v.pipe(v.string(), v.regex(/^replay:.+$/, 'expected auto, none or replay:FILE')),
]);

const Config = v.strictObject({
  /** Folder of the database, its keys and logs. */
  data: v.optional(v.pipe(v.string(), v.minLength(1)), 'data'),
  /** TCP port on the loopback address. */
  port: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)), 7410),
  radio: v.optional(RadioChoice, 'auto'),
  demo: v.optional(v.boolean(), false),
  headless: v.optional(v.boolean(), false),
  kiosk: v.optional(v.strictObject({ id: v.optional(Id, 'kiosk-1') }), {}),
  /** Brokers and the gateways that publish there (docs/gateways.md). */
  gateways: v.optional(GatewaysConfig, []),
  /** A machine of the store's own that may word answers anew, once the manager has switched it on (docs/ask.md). */
  rephrase: v.optional(RephraseConfig),
  /** The store's network, with a certificate (docs/tls.md); left out, the station answers on this machine only. */
  listen: v.optional(ListenConfig),
  tls: v.optional(TlsConfig),
  /** Typed at each start, never stored: see {@link loadConfig}. */
  insecureHttpOnTheLan: v.optional(v.literal(true)),
});

/** How a station runs. */
export type Config = v.InferOutput<typeof Config>;

/** What may stand in a configuration file or on the command line; flags win over the file. */
export type ConfigInput = v.InferInput<typeof Config>;

function readConfigFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new OperatorError(
      'config-unreadable',
      `The configuration ${path} cannot be read as JSON: ${(cause as Error).message}`,
      { path },
      cause,
    );
  }
}

/**
 * Joins defaults, a configuration file and flags.
 * @throws OperatorError naming every key that is unknown or has a wrong value
 */
export function loadConfig(file: string | undefined, flags: ConfigInput): Config {
  const base = file === undefined ? {} : readConfigFile(file);
  if (base === null || typeof base !== 'object' || Array.isArray(base)) {
    throw new OperatorError('config-invalid', `The configuration ${file} must be a JSON object.`);
  }
  if ('insecureHttpOnTheLan' in base) {
    throw new OperatorError(
      'config-invalid',
      'Serving the network without encryption is typed at each start (--insecure-http-on-the-lan) and not kept in a configuration.',
    );
  }
  const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
  const result = v.safeParse(Config, { ...base, ...given });
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => {
    const key = v.getDotPath(issue) ?? '?';
    if (issue.type !== 'strict_object' || issue.expected !== 'never') return `"${key}": ${issue.message}`;
    return `"${key}" is not a setting${key.includes('.') ? '' : ` (settings: ${Object.keys(Config.entries).join(', ')})`}`;
  });
  throw new OperatorError('config-invalid', `The configuration is not valid: ${problems.join('; ')}`);
}
