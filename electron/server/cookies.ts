import { createHash, randomBytes } from 'node:crypto';

/** Pages that people log in to; each has its own cookie, so both can be open in one browser. */
export type Door = 'staff' | 'manager';

/** What a browser holds: a session for each door, and what it was enrolled with. */
export type Keyring = Door | 'device';

/**
 * With TLS the name begins with `__Host-`: browsers then keep the cookie to this very host and to encrypted requests, so that neither a
 * neighbour's page nor a plain-HTTP answer can plant or replace it.
 */
const name = (key: Keyring, encrypted: boolean): string => `${encrypted ? '__Host-' : ''}prevenance-${key}`;

/** A new opaque session token, 256 bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored instead of a token: whoever reads the database cannot log in with it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** `Set-Cookie` value that hands out a token; without `token`, one that takes it away. */
export function cookie(key: Keyring, token: string | null, maxAgeSeconds: number, encrypted: boolean): string {
  const life = token === null ? 0 : maxAgeSeconds;
  return `${name(key, encrypted)}=${token ?? ''}; Max-Age=${life}; Path=/; HttpOnly; SameSite=Strict${encrypted ? '; Secure' : ''}`;
}

/** A token in a `Cookie` header, or null. */
export function readToken(key: Keyring, header: string | undefined, encrypted: boolean): string | null {
  for (const part of header?.split(';') ?? []) {
    const [found, value] = part.trim().split('=', 2);
    if (found === name(key, encrypted) && value !== undefined && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}
