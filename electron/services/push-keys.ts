import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { newVapidKeys, type VapidKeys } from '../../devices/pager/web-push.ts';
import { OperatorError } from '../../shared/errors.ts';
import { writeDurably } from '../durable-file.ts';

const Keys = v.strictObject({ publicKey: v.pipe(v.string(), v.length(87)), privateKey: v.pipe(v.string(), v.length(43)) });

/**
 * Reads the station's keys towards push services, or makes them. They never leave this machine.
 * @throws OperatorError when the file is damaged or cannot be written: with other keys every subscription would be void
 */
export function readPushKeys(folder: string): VapidKeys {
  const path = join(folder, 'push-keys.json');
  try {
    if (!existsSync(path)) writeDurably(path, `${JSON.stringify(newVapidKeys())}\n`);
    chmodSync(path, 0o600);
    return v.parse(Keys, JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new OperatorError(
      'push-keys-unusable',
      `${path} cannot be read or written. Check its rights and the disk, or delete it: staff pages then have to agree again.`,
      { path },
      cause,
    );
  }
}
