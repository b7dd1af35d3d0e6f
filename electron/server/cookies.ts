import { createHash, randomBytes } from 'node:crypto';

/** Pages that people log in to; each has its own cookie, so both can be open in one browser. */
export type Door = 'staff' | 'manager';

const name = (door: Door): string => `prevenance-${door}`;

/** A new opaque session token, 256 bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored instead of a token: whoever reads the database cannot log in with it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** `Set-Cookie` value that opens a session; without `token`, one that ends it. */
export function cookie(door: Door, token: string | null, maxAgeSeconds: number): string {
  return `${name(door)}=${token ?? ''}; Max-Age=${token === null ? 0 : maxAgeSeconds}; Path=/; HttpOnly; SameSite=Strict`;
}

/** The session token of a page in a `Cookie` header, or null. */
export function readToken(door: Door, header: string | undefined): string | null {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name(door) && value !== undefined && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}
