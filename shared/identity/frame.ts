import type { Dbm } from '../units.ts';

/** What every decoded frame says about its sender's strength: expected RSSI at one metre, null when the frame does not tell. */
interface Powered {
  readonly measuredPower: Dbm | null;
}

/** Apple iBeacon. `uuid` is lower case with dashes. */
export interface IBeaconFrame extends Powered {
  readonly format: 'ibeacon';
  readonly uuid: string;
  readonly major: number;
  readonly minor: number;
}

/** Eddystone-UID. Both parts are lower-case hex: 20 and 12 digits. */
export interface EddystoneUidFrame extends Powered {
  readonly format: 'eddystone-uid';
  readonly namespace: string;
  readonly instance: string;
}

/** Eddystone-EID: 16 lower-case hex digits that mean nothing without the beacon's key. */
export interface EddystoneEidFrame extends Powered {
  readonly format: 'eddystone-eid';
  readonly eid: string;
}

/** A decoded beacon payload. */
export type BeaconFrame = IBeaconFrame | EddystoneUidFrame | EddystoneEidFrame;
