import { fromHex } from '../../devices/beacons/hex.ts';
import { hintsOfCapture } from '../../devices/beacons/replay/hints.ts';
import { OperatorError } from '../../shared/errors.ts';
import { askStation } from './operator.ts';

/** `prevenance beacon key` */
export async function beaconKey(options: { data?: string }): Promise<void> {
  const { publicKey } = await askStation(options.data ?? 'data', 'operator/beacon-key', {});
  console.log(publicKey);
}

interface Reading {
  readonly data?: string;
  readonly key: string;
  readonly exponent: string;
  readonly clock: string;
  readonly eid: string;
  readonly readAt?: string;
}

/** `prevenance beacon register NUMBER` */
export async function beaconRegister(number: string, reading: Reading): Promise<void> {
  const readAt = reading.readAt === undefined ? Date.now() : Date.parse(reading.readAt);
  if (Number.isNaN(readAt)) throw new OperatorError('bad-time', 'Write --read-at as in 2026-11-22T16:30:00+01:00.');
  const { beacons } = await askStation(reading.data ?? 'data', 'operator/beacon-register', {
    number,
    beaconKey: reading.key,
    exponent: Number(reading.exponent),
    clock: Number(reading.clock),
    eid: reading.eid,
    readAt,
  });
  console.log(`Registered. The customer carries ${beacons} ${beacons === 1 ? 'beacon' : 'beacons'} now.`);
}

/** `prevenance beacon hint CAPTURE --irk HEX` */
export async function beaconHint(file: string, options: { irk: string }): Promise<void> {
  const irk = fromHex(options.irk);
  if (irk?.length !== 16) throw new OperatorError('bad-irk', 'An identity resolving key has 32 hex digits.');
  const { fitting, resolvable } = await hintsOfCapture(file, irk);
  for (const { address, packets } of fitting) console.log(`${address}  ${packets} packets`);
  // 24 bits decide: with many strangers one fits by chance.
  const byChance = (resolvable / 2 ** 24).toPrecision(2);
  console.log(
    `${fitting.length} of ${resolvable} private addresses fit the key; ${byChance} would by chance. A hint, never an identity.`,
  );
}
