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

/** The station's log: one JSON object a line, in `station.log` of its data folder. */
export const openLog = (folder: string): Logger =>
  pino(options, pino.destination({ dest: join(folder, 'station.log'), mkdir: true, sync: true }));

/** A log into any stream, for tests. */
export const logInto = (stream: DestinationStream): Logger => pino(options, stream);
