import type { AltBeaconFrame } from '../../shared/identity/frame.ts';
import { hex } from './hex.ts';
import { power } from './power.ts';

/** After the section's type: company 2, BE AC, identifier 20, strength at one metre 1, reserved for the company 1 (AltBeacon 1.0). */
const size = 26;

/** An AltBeacon in the manufacturer section `data[from, to)`. Every company's: the code is the format's, not the sender's. */
export function altBeacon(data: Uint8Array, from: number, to: number): AltBeaconFrame | null {
  if (to - from < size || data[from + 2] !== 0xbe || data[from + 3] !== 0xac) return null;
  return { format: 'altbeacon', id: hex(data, from + 4, from + 24), measuredPower: power(data[from + 24]!) };
}
