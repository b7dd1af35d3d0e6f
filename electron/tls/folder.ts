import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../../shared/errors.ts';
import { type EpochMs, epochMs } from '../../shared/units.ts';
import { writeDurably } from '../durable-file.ts';
import { EARLY_MS, namesIn, type TlsPaths } from './material.ts';
import { listed, type Names, sameNames } from './names.ts';

/** The store's own certificates, in `tls` of the data folder. */
export interface TlsFolder extends TlsPaths {
  readonly authority: string;
  readonly authorityKey: string;
}

export function tlsFolder(data: string): TlsFolder {
  const folder = join(data, 'tls');
  return {
    certificate: join(folder, 'station.pem'),
    key: join(folder, 'station.key'),
    authority: join(folder, 'store-ca.pem'),
    authorityKey: join(folder, 'store-ca.key'),
  };
}

/** The authority's certificate as everybody may have it, or null when this folder has none. */
export interface Authority {
  readonly pem: string;
  /** DER, the form every system installs. */
  readonly der: Buffer;
  readonly fingerprint: string;
  readonly expiresAt: EpochMs;
}

export function readAuthority(data: string): Authority | null {
  const { authority } = tlsFolder(data);
  if (!existsSync(authority)) return null;
  try {
    const pem = readFileSync(authority, 'utf8');
    const certificate = new X509Certificate(pem);
    return {
      pem,
      der: certificate.raw,
      fingerprint: certificate.fingerprint256,
      expiresAt: epochMs(certificate.validToDate.getTime()),
    };
  } catch (cause) {
    throw new OperatorError(
      'tls-authority-unreadable',
      `The store's authority ${authority} cannot be read. Check its rights, or restore it from a backup.`,
      { path: authority },
      cause,
    );
  }
}

async function issue(data: string, names: Names, now: EpochMs): Promise<void> {
  const paths = tlsFolder(data);
  // Loaded only where a certificate is made: the library costs every other start its time.
  const { issueLeaf } = await import('./issue.ts');
  let key: string;
  try {
    key = readFileSync(paths.authorityKey, 'utf8');
  } catch (cause) {
    throw new OperatorError(
      'tls-authority-key-missing',
      `The key of the store's authority, ${paths.authorityKey}, cannot be read, so no certificate can be made. Restore it from a backup, or begin anew with --new-authority (every device must then install it again).`,
      { path: paths.authorityKey },
      cause,
    );
  }
  const leaf = await issueLeaf({ certificate: readFileSync(paths.authority, 'utf8'), key }, names, now);
  writeDurably(paths.key, leaf.key);
  writeDurably(paths.certificate, leaf.certificate);
}

/** The names of the certificate that lies in the folder, or null. */
function presentLeaf(data: string): { names: Names; expiresAt: EpochMs } | null {
  try {
    const leaf = new X509Certificate(readFileSync(tlsFolder(data).certificate));
    return { names: namesIn(leaf), expiresAt: epochMs(leaf.validToDate.getTime()) };
  } catch {
    return null;
  }
}

/**
 * Makes the store's authority and the station's certificate, or what of them is missing. Doing it twice changes nothing.
 * @throws OperatorError `tls-outside-authority` when the present authority may not vouch for a name
 */
export async function initTls(
  data: string,
  names: Names,
  now: EpochMs,
  { newAuthority: anew = false } = {},
): Promise<'made' | 'reissued' | 'unchanged'> {
  const paths = tlsFolder(data);
  const authority = anew ? null : readAuthority(data);
  const { constraintsOf, newAuthority } = await import('./issue.ts');
  if (authority === null) {
    mkdirSync(join(data, 'tls'), { recursive: true, mode: 0o700 });
    const made = await newAuthority(names, now);
    writeDurably(paths.authorityKey, made.key);
    writeDurably(paths.authority, made.certificate);
    await issue(data, names, now);
    return 'made';
  }
  const limits = constraintsOf(authority.pem) ?? { dns: [], ip: [] };
  const outside = [
    ...names.dns.filter((name) => !limits.dns.some((limit) => name === limit || name.endsWith(`.${limit}`))),
    ...names.ip.filter((address) => !limits.ip.includes(address)),
  ];
  if (outside.length > 0) {
    throw new OperatorError(
      'tls-outside-authority',
      `The store's authority may vouch for ${listed(limits)} only, not for ${outside.join(', ')}. A new one needs --new-authority, and every device must install it.`,
    );
  }
  const leaf = presentLeaf(data);
  if (leaf !== null && sameNames(leaf.names, names) && leaf.expiresAt > now && existsSync(paths.key)) return 'unchanged';
  await issue(data, names, now);
  return 'reissued';
}

/**
 * Makes a new certificate for the names of the present one.
 * @throws OperatorError when there is none, or the authority itself has expired
 */
export async function renewTls(data: string, now: EpochMs): Promise<void> {
  const authority = readAuthority(data);
  const leaf = presentLeaf(data);
  if (authority === null || leaf === null) {
    throw new OperatorError(
      'tls-missing',
      `There is no store certificate in ${join(data, 'tls')}. Make one: prevenance tls init --name NAME`,
    );
  }
  if (authority.expiresAt <= now) {
    throw new OperatorError(
      'tls-authority-expired',
      "The store's authority has expired. Make a new one with: prevenance tls init --new-authority. Every device must install it.",
    );
  }
  await issue(data, leaf.names, now);
}

/** Whether the station's certificate should be renewed now, and can be: a longer one must be possible. */
export function renewalDue(data: string, now: EpochMs): boolean {
  const leaf = presentLeaf(data);
  const authority = leaf === null ? null : readAuthority(data);
  if (leaf === null || authority === null) return false;
  return leaf.expiresAt - now < EARLY_MS && authority.expiresAt > leaf.expiresAt;
}
