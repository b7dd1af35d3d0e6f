import type { Gateways } from '../../devices/beacons/gateways/mqtt-gateways.ts';
import type { GatewayReason, GatewayStatus } from '../../devices/beacons/gateways/status.ts';
import { type Millis, seconds } from '../../shared/units.ts';
import { systemClock } from '../clock.ts';
import type { GatewaysConfig } from '../gateway-config.ts';
import { gatewaysFor } from '../gateways.ts';
import { type Finding, found } from './finding.ts';

/** A sound gateway says something within 20 s, beacons or not. */
const hearingPatience = seconds(22);
/** A broker in the same shop answers at once; the doctor does not wait for its restart. */
const brokerPatience = seconds(8);

const remedies: Readonly<Record<GatewayReason, string>> = {
  'broker-away': 'Check that the broker runs and that this machine reaches its port (firewall, address).',
  'broker-unknown': 'Check the host in "broker", and the name service of the network; an address works without.',
  'wrong-password': 'Correct "username" and "passwordFile"; the first line of the file is the password.',
  'not-trusted':
    'Give the authority that signed the broker\'s certificate as "ca"; check its name, its date and this machine\'s clock.',
  'broker-refuses': 'The broker\'s log says why; try "protocolVersion": 4.',
  'topic-refused': "Let the station's user read this topic in the broker's access list.",
  'not-readable': 'Compare "format" with what the gateway is set to send.',
};
const silent =
  'Check its power, its network and that it publishes on this topic; give "aliveTopic" to one that speaks only near a beacon. ' +
  'Retained messages do not count: they are from the past.';

const settled = ({ state, reason }: GatewayStatus): boolean => state === 'heard' || (reason !== null && reason !== 'broker-away');

/** Listens at the brokers of the configuration, each gateway until it is heard or it is known why not. */
export async function gateways(
  config: GatewaysConfig,
  patience: { readonly broker: Millis; readonly hearing: Millis } = { broker: brokerPatience, hearing: hearingPatience },
): Promise<Finding[]> {
  const listening = gatewaysFor(config, systemClock);
  if (listening === null) return [];
  await listening.start({ advertisement: () => {}, reading: () => {}, changed: () => {} });
  const statuses = await settle(listening, patience);
  await listening.stop();
  return statuses.map(({ id, state, reason, detail }) => {
    const what = `gateway ${id}`;
    if (state === 'heard' && reason === null) return found(what, 'ok', true, detail);
    return found(what, 'failed', true, `${detail} (${reason ?? 'silent'})`, reason === null ? silent : remedies[reason]);
  });
}

async function settle(
  listening: Gateways,
  patience: { readonly broker: Millis; readonly hearing: Millis },
): Promise<GatewayStatus[]> {
  const began = systemClock.mono();
  for (;;) {
    const statuses = listening.statuses();
    const waited = systemClock.mono() - began;
    const away = statuses.every((status) => settled(status) || status.reason === 'broker-away');
    if (statuses.every(settled) || waited > patience.hearing || (away && waited > patience.broker)) return statuses;
    await new Promise((next) => setTimeout(next, 100));
  }
}
