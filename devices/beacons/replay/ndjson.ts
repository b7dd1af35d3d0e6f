import * as v from 'valibot';
import { OperatorError } from '../../../shared/errors.ts';
import type { Sighting } from '../../../shared/presence/types.ts';
import { dbm, monoMs } from '../../../shared/units.ts';

/** Longer than any honest sighting; a "line" beyond it is another kind of file. */
const longestLine = 4096;
/** Receivers' clocks and queues may disagree this much; more means the file is not sorted. In milliseconds. */
const tolerance = 1000;

/** The weakest strength there is a code for (Bluetooth Core, LE Advertising Report), in dBm. */
const weakest = -127;

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
/** One line. Other keys are let pass: recordings carry positions, notes and more. */
const Line = v.object({
  t: v.pipe(v.number(), v.finite()),
  receiver: name,
  beacon: name,
  /** A signed byte, as radios give it. Null, 127, -128, or 0 and above: the receiver could not measure. */
  rssi: v.nullable(v.pipe(v.number(), v.minValue(-128), v.maxValue(127))),
});

const bad = (line: number, what: string): OperatorError =>
  new OperatorError('bad-sighting', `Line ${line} of the sightings: ${what}.`, { line });

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly [number, string]> {
  const decoder = new TextDecoder();
  let held = '';
  let number = 0;
  for await (const chunk of chunks) {
    const lines = (held + decoder.decode(chunk, { stream: true })).split('\n');
    held = lines.pop() ?? '';
    for (const line of lines) yield [++number, line];
    if (held.length > longestLine) throw bad(number + 1, `more than ${longestLine} characters`);
  }
  yield [++number, held + decoder.decode()];
}

/**
 * Sightings from NDJSON, one object a line: `{"t":ms,"receiver":"…","beacon":"…","rssi":-60}`. Empty lines are skipped.
 * @throws OperatorError naming the line that is not one.
 */
export async function* readSightings(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Sighting> {
  let latest = Number.NEGATIVE_INFINITY;
  for await (const [number, text] of linesOf(chunks)) {
    if (text.trim() === '') continue;
    if (text.length > longestLine) throw bad(number, `more than ${longestLine} characters`);
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      throw bad(number, 'not JSON');
    }
    const parsed = v.safeParse(Line, json);
    if (!parsed.success) {
      const issue = parsed.issues[0];
      throw bad(number, `${v.getDotPath(issue) ?? 'the line'}: ${issue.message}`);
    }
    const { t, receiver, beacon, rssi } = parsed.output;
    if (t < latest - tolerance)
      throw bad(number, `it is ${Math.round(latest - t)} ms earlier than a line before it; sort the file by t`);
    latest = Math.max(latest, t);
    if (rssi === null || rssi < weakest || rssi >= 0) continue;
    yield { t: monoMs(t), receiver, beacon, rssi: dbm(rssi) };
  }
}
