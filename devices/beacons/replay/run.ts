import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { PrevenanceError } from '../../../shared/errors.ts';
import { identify } from '../../../shared/identity/identify.ts';
import { PresenceEngine } from '../../../shared/presence/engine.ts';
import type { Sighting, Zone, ZoneEvent } from '../../../shared/presence/types.ts';
import { monoMs } from '../../../shared/units.ts';
import { decodeFrame } from '../decode.ts';
import { Reassembly } from '../reassembly.ts';
import { advertisingReports } from '../reports.ts';
import { looksLikeBtsnoop, readBtsnoop } from './btsnoop.ts';
import { readSightings } from './ndjson.ts';
import { unreadable } from './replay-source.ts';
import { parseZones } from './zones-file.ts';

/** A capture does not say which radio made it. With one receiver in the zones there is no doubt; otherwise it has this name. */
const captureReceiver = 'capture';

/** The operating system's errors about a file, in words for the operator. */
async function reading<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof PrevenanceError ? error : unreadable(file, error);
  }
}

interface Opened {
  readonly start: Uint8Array;
  /** Everything, `start` included. */
  readonly whole: AsyncIterable<Uint8Array>;
}

/** Looks at how a stream begins: what comes through a pipe can be read only once. */
async function opened(chunks: AsyncIterable<Uint8Array>): Promise<Opened> {
  const iterator = chunks[Symbol.asyncIterator]();
  let start: Uint8Array = Buffer.alloc(0);
  while (start.length < 16) {
    const next = await iterator.next();
    if (next.done) break;
    start = Buffer.concat([start, next.value]);
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield start;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { start, whole: whole() };
}

/** Sightings of every beacon in a capture that names itself. Ephemeral identifiers have no owner here and stay strangers. */
async function* sightingsOfCapture(chunks: AsyncIterable<Uint8Array>, receiver: string): AsyncGenerator<Sighting> {
  const reassembly = new Reassembly();
  for await (const { micros, event } of readBtsnoop(chunks)) {
    for (const report of advertisingReports(event)) {
      const whole = reassembly.take(report, micros / 1000);
      if (whole === null) continue;
      const { rssi, data } = whole;
      const frame = rssi === null ? null : decodeFrame(data);
      const identity = frame === null ? null : identify(frame, () => null);
      if (identity !== null && rssi !== null) yield { t: monoMs(micros / 1000), receiver, beacon: identity.beacon, rssi };
    }
  }
}

function receiverOf(zones: readonly Zone[]): string {
  const receivers = new Set(zones.flatMap((zone) => [...zone.receivers.keys()]));
  const [only] = receivers;
  return receivers.size === 1 && only !== undefined ? only : captureReceiver;
}

/**
 * Zone events of a recording, in time order: a btsnoop capture (`t` in ms since its first packet) or NDJSON sightings (`t` as in the
 * file), told apart by content. `-` is standard input. Streams: memory does not grow with the file.
 * @throws OperatorError for a file that cannot be read or is damaged, after the events of what came before the damage and of the silence that follows it.
 */
export async function* replay(file: string, zonesFile: string): AsyncGenerator<ZoneEvent> {
  const zones = parseZones(await reading(zonesFile, () => readFile(zonesFile, 'utf8')));
  // A socket, as some programs give for standard input, cannot be opened by its path.
  const stream = file === '-' || file === '/dev/stdin' ? process.stdin : createReadStream(file);
  const engine = new PresenceEngine(zones);
  try {
    const { start, whole } = await reading(file, () => opened(stream));
    const sightings = looksLikeBtsnoop(start) ? sightingsOfCapture(whole, receiverOf(zones)) : readSightings(whole);
    let damage: unknown = null;
    try {
      for await (const sighting of sightings) yield* engine.observe(sighting);
    } catch (error) {
      damage = error;
    }
    // Nothing follows the end of a recording, or the damage in it, so whoever is inside leaves when silence has lasted long enough.
    for (let due = engine.nextDeadline(); due !== null; due = engine.nextDeadline()) yield* engine.advance(due);
    if (damage !== null) throw damage;
  } finally {
    stream.destroy();
  }
}
