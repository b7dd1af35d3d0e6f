import { createHash, randomBytes } from 'node:crypto';

/** Pages that people log in to; each has its own cookie, so both can be open in one browser. */
export type Door = 'staff' | 'manager';

/**
 * With TLS the name begins with `__Host-`: browsers then keep the cookie to this very host and to encrypted requests, so that neither a
 * neighbour's page nor a plain-HTTP answer can plant or replace it.
 */
const name = (door: Door, encrypted: boolean): string => `${encrypted ? '__Host-' : ''}prevenance-${door}`;

/** A new opaque session token, 256 bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored instead of a token: whoever reads the database cannot log in with it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** `Set-Cookie` value that opens a session; without `token`, one that ends it. */
export function cookie(door: Door, token: string | null, maxAgeSeconds: number, encrypted: boolean): string {
  const life = token === null ? 0 : maxAgeSeconds;
  return `${name(door, encrypted)}=${token ?? ''}; Max-Age=${life}; Path=/; HttpOnly; SameSite=Strict${encrypted ? '; Secure' : ''}`;
}

/** The session token of a page in a `Cookie` header, or null. */
export function readToken(door: Door, header: string | undefined, encrypted: boolean): string | null {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name(door, encrypted) && value !== undefined && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}
