import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { OperatorError } from '../../shared/errors.ts';
import { type EpochMs, epochMs } from '../../shared/units.ts';
import { listed, type Names, plainIp } from './names.ts';

/** Where a certificate (with its chain) and its private key lie. */
export interface TlsPaths {
  readonly certificate: string;
  readonly key: string;
}

/** A certificate that can be served, with what there is to know about it. */
export interface Material {
  /** PEM: the station's own certificate first, then those that vouch for it. */
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly names: Names;
  readonly validFrom: EpochMs;
  readonly expiresAt: EpochMs;
  /** SHA-256, as the systems' own dialogs write it. */
  readonly fingerprint: string;
  readonly issuer: string;
}

const DAY_MS = 86_400_000;
/** When an expiry becomes something to do: lego and certbot renew 30 days early too. */
export const EARLY_MS = 30 * DAY_MS;

export const daysLeft = (expiresAt: EpochMs, now: EpochMs): number => Math.floor((expiresAt - now) / DAY_MS);

const day = (at: EpochMs): string => new Date(at).toISOString().slice(0, 10);

function read(path: string, what: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const missing = (cause as { code?: string }).code === 'ENOENT';
    throw new OperatorError(
      missing ? 'tls-missing' : 'tls-unreadable',
      missing
        ? `The ${what} ${path} does not exist. Check "tls" in the configuration, or make one: prevenance tls init --name NAME`
        : `The ${what} ${path} cannot be read (${(cause as { code?: string }).code ?? 'error'}). Give the station's user the right to read it.`,
      { path },
      cause,
    );
  }
}

function privateKey(pem: Buffer, path: string): KeyObject {
  const text = pem.toString('latin1');
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(text)) {
    throw new OperatorError(
      'tls-key-encrypted',
      `The key ${path} is locked with a passphrase, and a station starts without anybody there to type it. Store it without one, readable by the station's user only: openssl pkey -in ${path} -out station.key`,
      { path },
    );
  }
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new OperatorError('tls-key-invalid', `${path} holds no private key in PEM form.`, { path }, cause);
  }
}

/** The names in a certificate's subjectAltName; a wildcard names no host of its own. */
export function namesIn(certificate: X509Certificate): Names {
  const entries = certificate.subjectAltName?.split(', ') ?? [];
  const of = (kind: string) => entries.flatMap((entry) => (entry.startsWith(kind) ? [entry.slice(kind.length)] : []));
  return {
    dns: of('DNS:')
      .map((name) => name.toLowerCase())
      .filter((name) => !name.startsWith('*.')),
    ip: of('IP Address:').map(plainIp),
  };
}

/**
 * Reads a certificate and its key and makes sure that browsers can use them for `wanted` (for its own names when that is empty).
 * @throws OperatorError `tls-missing`, `tls-unreadable`, `tls-certificate-invalid`, `tls-key-invalid`, `tls-key-encrypted`, `tls-key-mismatch`, `tls-name-missing`, `tls-expired`, `tls-unusable`
 */
export function readMaterial(paths: TlsPaths, wanted: Names, now: EpochMs): Material {
  const cert = read(paths.certificate, 'certificate');
  const key = read(paths.key, 'key');
  let leaf: X509Certificate;
  try {
    leaf = new X509Certificate(cert);
  } catch (cause) {
    throw new OperatorError(
      'tls-certificate-invalid',
      `${paths.certificate} holds no certificate in PEM form.`,
      { path: paths.certificate },
      cause,
    );
  }
  if (!leaf.checkPrivateKey(privateKey(key, paths.key))) {
    throw new OperatorError(
      'tls-key-mismatch',
      `The key ${paths.key} does not belong to the certificate ${paths.certificate}. The station's own certificate must be the first in the file; those that signed it follow.`,
      { ...paths },
    );
  }
  const missing = [
    ...wanted.dns.filter((name) => leaf.checkHost(name, { subject: 'never' }) === undefined),
    ...wanted.ip.filter((address) => leaf.checkIP(address) === undefined),
  ];
  const own = namesIn(leaf);
  const names = wanted.dns.length + wanted.ip.length > 0 ? wanted : own;
  if (missing.length > 0 || names.dns.length + names.ip.length === 0) {
    throw new OperatorError(
      'tls-name-missing',
      missing.length > 0
        ? `The certificate ${paths.certificate} is not for ${missing.join(', ')}; it is for ${leaf.subjectAltName ?? 'no name at all'}. Correct "listen.names", or get a certificate for these names.`
        : `The certificate ${paths.certificate} is for no single name (${leaf.subjectAltName ?? 'it has none'}). Say in "listen.names" which one phones use.`,
      { path: paths.certificate },
    );
  }
  const expiresAt = epochMs(leaf.validToDate.getTime());
  if (expiresAt <= now) {
    throw new OperatorError(
      'tls-expired',
      `The certificate ${paths.certificate} for ${listed(names)} expired on ${day(expiresAt)}. Put a new one in its place.`,
      { path: paths.certificate },
    );
  }
  try {
    createSecureContext({ cert, key });
  } catch (cause) {
    throw new OperatorError(
      'tls-unusable',
      `The certificate ${paths.certificate} cannot be used: ${(cause as Error).message}`,
      { ...paths },
      cause,
    );
  }
  return {
    cert,
    key,
    names,
    validFrom: epochMs(leaf.validFromDate.getTime()),
    expiresAt,
    fingerprint: leaf.fingerprint256,
    issuer: leaf.issuer.replaceAll('\n', ', '),
  };
}
