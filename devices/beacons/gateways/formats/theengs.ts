import * as v from 'valibot';
import type { BeaconFrame } from '../../../../shared/identity/frame.ts';
import { adType } from '../../ad-structures.ts';
import { eddystoneServiceBytes, iBeaconOf, rssiOf, sectionFrame } from '../fields.ts';
import { heard, jsonFormat, refused } from '../parsed.ts';

/**
 * Theengs Gateway and OpenMQTTGateway (the same decoder in both): `…/BTtoMQTT/<address>`, `{"id","rssi","uuid","major","minor",…}`.
 * `id` is an address, or the uuid with `presenceUseBeaconUuid`, so it is never an identity. With `pubadvdata` (`--publish_advdata`)
 * undecoded sections come too, which is the only way an Eddystone frame gets through.
 */
const Message = v.object({
  rssi: v.optional(v.number()),
  mfid: v.optional(v.string()),
  uuid: v.optional(v.string()),
  major: v.optional(v.number()),
  minor: v.optional(v.number()),
  /** The decoder writes a power that is none as `volt` instead. */
  txpower: v.optional(v.number()),
  servicedata: v.optional(v.string()),
  servicedatauuid: v.optional(v.string()),
  manufacturerdata: v.optional(v.string()),
});

function frameOf(message: v.InferOutput<typeof Message>): BeaconFrame | null {
  const { mfid, uuid, major, minor, txpower, servicedata, servicedatauuid, manufacturerdata } = message;
  if (servicedata !== undefined && /^(?:0x)?feaa$/i.test(servicedatauuid ?? ''))
    return sectionFrame(adType.serviceData16, servicedata, eddystoneServiceBytes);
  if (uuid !== undefined && major !== undefined && minor !== undefined && mfid?.toLowerCase() === '4c00')
    return iBeaconOf(uuid, major, minor, txpower);
  return manufacturerdata === undefined ? null : sectionFrame(adType.manufacturer, manufacturerdata);
}

export const theengs = jsonFormat((value) => {
  const message = v.safeParse(Message, value);
  if (!message.success) return refused('wrong-shape');
  const rssi = message.output.rssi === undefined ? null : rssiOf(message.output.rssi);
  const frame = rssi === null ? null : frameOf(message.output);
  return heard([], rssi === null || frame === null ? [] : [{ frame, rssi }]);
});
