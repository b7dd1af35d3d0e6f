import type { BeaconFrame } from '../../../shared/identity/frame.ts';
import type { Dbm, MonoMs } from '../../../shared/units.ts';
import type { Advertisement } from '../advertisement.ts';

/** What a raw gateway says: a packet of the air. Receiver and time are ours, never the gateway's. */
export type RawPacket = Pick<Advertisement, 'address' | 'rssi' | 'data'>;

/** What a filtering gateway says: a frame it decoded, at a strength it has already smoothed or thinned out. */
export interface Reading {
  readonly frame: BeaconFrame;
  readonly rssi: Dbm;
}

/** A reading with its receiver and its arrival at this station. It is not filtered a second time. */
export interface FilteredReading extends Reading {
  readonly receiver: string;
  readonly at: MonoMs;
}

/** Why a message was not understood. Never its content: it may hold a stranger's identifiers. */
export type Refusal = 'too-large' | 'wrong-topic' | 'not-readable' | 'wrong-shape';

/** A message in the gateway's format, possibly without any beacon in it; or why it is not one. */
export type Parsed =
  | { readonly kind: 'heard'; readonly packets: readonly RawPacket[]; readonly readings: readonly Reading[] }
  | { readonly kind: 'refused'; readonly why: Refusal };

/** Reads one message. Takes any bytes and any topic, never throws, keeps nothing. */
export type Parse = (topic: string, payload: Uint8Array) => Parsed;

/** Larger messages are refused unread; the busiest gateway we know sends 210 packets a message, about 10 kB. */
export const largestPayload = 64 * 1024;

export const heard = (packets: readonly RawPacket[], readings: readonly Reading[] = []): Parsed => ({
  kind: 'heard',
  packets,
  readings,
});

export const refused = (why: Refusal): Parsed => ({ kind: 'refused', why });

/** A format whose messages are JSON: refuses what is too large or no JSON, then lets `read` look at the value. */
export const jsonFormat =
  (read: (value: unknown, topic: string) => Parsed): Parse =>
  (topic, payload) => {
    if (payload.length > largestPayload) return refused('too-large');
    let value: unknown;
    try {
      value = JSON.parse(Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString());
    } catch {
      return refused('not-readable');
    }
    return read(value, topic);
  };
