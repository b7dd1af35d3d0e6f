import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { EpochMs } from '../shared/units.ts';

/** Nothing of this version can have run before it was written. */
const RELEASED = Date.UTC(2026, 10, 22);

/** `past`: certainly wrong. `unsynchronised`: nothing keeps it right. `unknown`: this machine does not say. */
export type WallClock = 'right' | 'past' | 'unsynchronised' | 'unknown';

/** What `timedatectl show -p NTPSynchronized --value` says. */
export function judgeClock(now: EpochMs, synchronised: string | null): WallClock {
  if (now < RELEASED) return 'past';
  if (synchronised === null) return 'unknown';
  return ({ yes: 'right', no: 'unsynchronised' }[synchronised.trim()] as WallClock | undefined) ?? 'unknown';
}

/** Whether the machine's clock can be believed: rotating beacons are strangers to a station whose clock is wrong. */
export async function wallClock(now: EpochMs): Promise<WallClock> {
  try {
    // The kernel's own flag, whichever program keeps it: timesyncd, chrony or ntpd.
    const { stdout } = await promisify(execFile)('timedatectl', ['show', '-p', 'NTPSynchronized', '--value'], { timeout: 3_000 });
    return judgeClock(now, stdout);
  } catch {
    return judgeClock(now, null);
  }
}
