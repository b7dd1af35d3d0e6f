import * as v from 'valibot';
import type { BeaconFrame } from '../../../../shared/identity/frame.ts';
import { iBeaconOf, rssiOf } from '../fields.ts';
import { heard, jsonFormat, refused } from '../parsed.ts';

/**
 * ESPresense: `espresense/devices/<id>/<node>`, `{"id","rssi",…}`; `rssi` is a mean inside Tukey fences, at most every few seconds.
 * Identifiers of telephones and named devices (`irk:`, `known:`, `apple:`, `md:` …) are no beacon's and are passed over.
 */
const Message = v.object({ id: v.string(), rssi: v.number() });

function eddystoneOf(namespace: string, instance: string): BeaconFrame | null {
  // The firmware prints byte 6 of the payload, the fifth of the namespace, twice: 22 digits instead of 20 (lib/BleFingerprint, all versions to 2026).
  if (namespace.length === 22 && namespace.slice(8, 10) !== namespace.slice(10, 12)) return null;
  const digits = namespace.length === 22 ? namespace.slice(0, 10) + namespace.slice(12) : namespace;
  return digits.length === 20 ? { format: 'eddystone-uid', namespace: digits, instance, measuredPower: null } : null;
}

function frameOf(id: string): BeaconFrame | null {
  const [, uuid, major, minor] = /^ibeacon:([0-9a-f-]{32,36})-(\d{1,5})-(\d{1,5})$/.exec(id) ?? [];
  if (uuid !== undefined) return iBeaconOf(uuid, Number(major), Number(minor));
  const [, namespace, instance] = /^eddy:([0-9a-f]{20,22})-([0-9a-f]{12})$/.exec(id) ?? [];
  return namespace === undefined || instance === undefined ? null : eddystoneOf(namespace, instance);
}

export const espresense = jsonFormat((value, topic) => {
  const message = v.safeParse(Message, value);
  if (!message.success) return refused('wrong-shape');
  const id = message.output.id.toLowerCase();
  // The identifier stands in the topic too; where the two differ, somebody wrote the one by hand.
  if (topic.split('/').at(-2)?.toLowerCase() !== id) return refused('wrong-topic');
  const rssi = rssiOf(message.output.rssi);
  const frame = rssi === null ? null : frameOf(id);
  return heard([], rssi === null || frame === null ? [] : [{ frame, rssi }]);
});
