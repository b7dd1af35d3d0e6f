import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import argon2 from 'argon2';
import { OperatorError } from '../../shared/errors.ts';
import { writeDurably } from '../durable-file.ts';

/**
 * Reads the server's pepper, or makes it. It lies beside the database, not in it: whoever gets a copy of the database alone
 * cannot try PINs against it.
 */
export function readPepper(folder: string): Buffer {
  const path = join(folder, 'pepper');
  try {
    if (!existsSync(path)) writeDurably(path, randomBytes(32));
    chmodSync(path, 0o600);
    const pepper = readFileSync(path);
    if (pepper.length === 32) return pepper;
  } catch (cause) {
    throw new OperatorError(
      'pepper-unusable',
      `${path} cannot be read or written. Check its owner, its rights and the disk.`,
      { path },
      cause,
    );
  }
  // Cut short by a full disk: with another pepper every PIN and password would be wrong.
  throw new OperatorError('pepper-unusable', `${path} is damaged. Restore it from the backup made with the database.`, { path });
}

/** What the pepper is used for besides PINs and passwords; each has a key of its own. */
type Purpose = 'badge' | 'typed-code' | 'audit' | 'consent' | 'passkey-login' | 'passkey-add' | 'matter-code' | 'matter-try';

/** Passwords and PINs: argon2id with the OWASP minimum of 19 MiB and two passes, and a pepper. */
export class Secrets {
  readonly #pepper: Buffer;
  constructor(pepper: Buffer) {
    this.#pepper = pepper;
  }
  hash(secret: string): Promise<string> {
    return argon2.hash(secret, { secret: this.#pepper, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  }
  verify(hash: string, secret: string): Promise<boolean> {
    return argon2.verify(hash, secret, { secret: this.#pepper });
  }
  /** Keyed hash (HMAC-SHA-256): the same text always gives the same, and only this station can make it. */
  seal(purpose: Purpose, text: string): string {
    const key = createHmac('sha256', this.#pepper).update(`prevenance ${purpose}`).digest();
    return createHmac('sha256', key).update(text).digest('base64url');
  }
  sealed(purpose: Purpose, text: string, seal: string): boolean {
    const a = Buffer.from(this.seal(purpose, text));
    const b = Buffer.from(seal);
    return a.length === b.length && timingSafeEqual(a, b);
  }
}
