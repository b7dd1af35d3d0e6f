import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type DestinationStream, type Logger } from 'pino';

/** Fields that can hold personal data. The code never logs them; this is the second wall. */
const secretFields = [
  'name',
  'pin',
  'password',
  'secret',
  'token',
  'address',
  'beacon',
  'customer',
  'text',
  'query',
  'question',
  'cookie',
];

/** Log options: levels by name, and personal fields replaced wherever they stand. */
const options = {
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[not logged]' },
};

/** A file whose lines are lost, not thrown, when the disk is full: a call must not fail for want of a line about it. */
function patientFile(path: string): DestinationStream {
  return {
    write: (line) => {
      try {
        appendFileSync(path, line, { mode: 0o600 });
      } catch {
        // Nowhere is left to say it.
      }
    },
  };
}

/** The station's log: one JSON object a line, in `station.log` of its data folder, for its owner's eyes. Never throws. */
export const openLog = (folder: string): Logger => pino(options, patientFile(join(folder, 'station.log')));
