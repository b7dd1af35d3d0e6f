import { readFileSync } from 'node:fs';
import { type Gateways, MqttGateways } from '../devices/beacons/gateways/mqtt-gateways.ts';
import type { Clock } from '../shared/clock.ts';
import { OperatorError } from '../shared/errors.ts';
import type { GatewaysConfig } from './gateway-config.ts';

/**
 * The gateways the configuration asks for; null for none.
 * @throws OperatorError naming the key whose file cannot be read
 */
export function gatewaysFor(config: GatewaysConfig, clock: Clock): Gateways | null {
  if (config.length === 0) return null;
  const brokers = config.map(({ broker: url, password, passwordFile, ca, cert, key, ...rest }, i) => {
    const read = (name: string, file: string | undefined) => readKeyFile(`gateways.${i}.${name}`, file);
    return {
      ...rest,
      url,
      password: password ?? read('passwordFile', passwordFile)?.toString().split(/\r?\n/)[0],
      ca: read('ca', ca),
      cert: read('cert', cert),
      key: read('key', key),
    };
  });
  return new MqttGateways({ brokers, clock, jitter: Math.random });
}

function readKeyFile(key: string, file: string | undefined): Buffer | undefined {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new OperatorError(
      'gateway-file',
      `"${key}": the file ${file} cannot be read: ${(cause as Error).message}`,
      { key, file },
      cause,
    );
  }
}
