import { type Dbm, dbm } from '../../shared/units.ts';

/** Loss between 0 m, where Eddystone states its power, and 1 m, in dB (Eddystone protocol specification, "Tx Power"). */
export const eddystoneLossAtOneMetre = 41;

/** The signed number in a byte. */
export const signed = (byte: number): number => (byte << 24) >> 24;

/** Power at a metre from its byte. 0 dBm or more there is no radio's: some senders put a battery level or a marker in its place. */
export const power = (byte: number, loss = 0): Dbm | null => {
  const value = signed(byte) - loss;
  return value < 0 ? dbm(value) : null;
};
