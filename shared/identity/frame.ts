import type { Dbm, Millis } from '../units.ts';

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

/** AltBeacon, of whatever company. `id` is 40 lower-case hex digits. */
export interface AltBeaconFrame extends Powered {
  readonly format: 'altbeacon';
  readonly id: string;
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

/** Eddystone-URL: printable ASCII from a stranger. Shown nowhere, opened never, and nobody's identity. */
export interface EddystoneUrlFrame extends Powered {
  readonly format: 'eddystone-url';
  readonly url: string;
}

/** Eddystone-TLM: how the beacon at this device address fares. Null where it has no such sensor. */
export interface EddystoneTlmFrame extends Powered {
  readonly format: 'eddystone-tlm';
  readonly batteryMillivolts: number | null;
  readonly celsius: number | null;
  /** Frames of any kind sent since it was switched on. */
  readonly advertisements: number;
  /** Since it was switched on, in steps of 100 ms. */
  readonly uptime: Millis;
}

/** Telemetry of an EID beacon, sealed with its key so that it does not give the beacon away. We only know what it is. */
export interface EddystoneEtlmFrame extends Powered {
  readonly format: 'eddystone-etlm';
}

/** A frame that may say which beacon sent it. */
export type NamingFrame = IBeaconFrame | AltBeaconFrame | EddystoneUidFrame | EddystoneEidFrame;

/** A decoded beacon payload. */
export type BeaconFrame = NamingFrame | EddystoneUrlFrame | EddystoneTlmFrame | EddystoneEtlmFrame;
