import { hkdfSync } from 'node:crypto';
import { openSealed, sealBytes } from '../sealing.ts';

/** Seals secrets that have to be used again, so that a copy of the database alone does not give them away. AES-256-GCM. */
export class Vault {
  readonly #key: Buffer;

  /** @param pepper the secret that lies beside the database, not in it */
  constructor(pepper: Buffer) {
    this.#key = Buffer.from(hkdfSync('sha256', pepper, '', 'prevenance pager secrets', 32));
  }

  /** @param owner what the secret belongs to: moved to another owner, it opens no more */
  seal(secret: string, owner: string): Buffer {
    return sealBytes(this.#key, Buffer.from(secret), owner);
  }

  /** The secret, or null when it was sealed under another key, for another owner, or damaged. */
  open(sealed: Buffer, owner: string): string | null {
    return openSealed(this.#key, sealed, owner)?.toString('utf8') ?? null;
  }
}
