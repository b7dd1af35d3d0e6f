import type { RadioStatus } from '../../shared/contract/index.ts';
import type { Dbm, MonoMs } from '../../shared/units.ts';

/** One packet received from the air, undecoded. Lives in memory for as long as it takes to decode it. */
export interface Advertisement {
  /** The radio that heard it: the kiosk's own or a gateway. */
  readonly receiver: string;
  /** Bluetooth device address, 12 lower-case hex digits. Often random; never an identity, never stored. */
  readonly address: string;
  /** Null when the controller reported "unknown" (127). */
  readonly rssi: Dbm | null;
  /** Advertising data: AD structures as they came, never trusted. */
  readonly data: Uint8Array;
  /** Arrival at this station. */
  readonly at: MonoMs;
}

/** Anything that hears advertisements: the radio host, a capture being replayed, a demo walk. */
export interface AdvertisementSource {
  /** Begins to deliver. Never rejects for want of a radio: that is a status, not an error. */
  start(deliver: (advertisement: Advertisement) => void, report: (status: RadioStatus) => void): Promise<void>;
  /** Ends delivery and releases everything. Harmless when not started. */
  stop(): Promise<void>;
}
