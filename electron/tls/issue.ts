import 'reflect-metadata';
import type { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import { AsnConvert } from '@peculiar/asn1-schema';
import { GeneralName, GeneralSubtree, GeneralSubtrees, id_ce_nameConstraints, NameConstraints } from '@peculiar/asn1-x509';
import * as x509 from '@peculiar/x509';
import type { EpochMs } from '../../shared/units.ts';
import type { Names } from './names.ts';

const DAY_MS = 86_400_000;
const AUTHORITY_DAYS = 5 * 365;
/** Browsers and Apple's systems refuse server certificates that live longer than 398 days. */
const LEAF_DAYS = 397;
/** The clock of a kiosk or a phone may be a little off. */
const EARLIER_MS = 3_600_000;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** A certificate and its private key, both PEM. */
export interface Issued {
  readonly certificate: string;
  readonly key: string;
}

const newKeys = async (): Promise<webcrypto.CryptoKeyPair> => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

async function asIssued(certificate: x509.X509Certificate, { privateKey }: webcrypto.CryptoKeyPair): Promise<Issued> {
  const key = x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', privateKey), 'PRIVATE KEY');
  return { certificate: `${certificate.toString('pem')}\n`, key: `${key}\n` };
}

const subtree = (base: { dNSName: string } | { iPAddress: string }) => new GeneralSubtree({ base: new GeneralName(base) });
const whole = (ip: string): string => `${ip}/${isIP(ip) === 4 ? 32 : 128}`;

/**
 * RFC 5280 §4.2.1.10. A constraint limits only the kinds of name it mentions, so addresses are shut out in words where none is wanted.
 */
function nameConstraints({ dns, ip }: Names): x509.Extension {
  const constraints = new NameConstraints({
    permittedSubtrees: new GeneralSubtrees([
      ...dns.map((name) => subtree({ dNSName: name })),
      ...ip.map((address) => subtree({ iPAddress: whole(address) })),
    ]),
    ...(ip.length === 0
      ? { excludedSubtrees: new GeneralSubtrees(['0.0.0.0/0', '::/0'].map((range) => subtree({ iPAddress: range }))) }
      : {}),
  });
  return new x509.Extension(id_ce_nameConstraints, true, AsnConvert.serialize(constraints));
}

/** What an authority is limited to; null when it is not one of ours. */
export function constraintsOf(authority: string): Names | null {
  const extension = new x509.X509Certificate(authority).getExtension(id_ce_nameConstraints);
  if (extension === null) return null;
  const bases = [...(AsnConvert.parse(extension.value, NameConstraints).permittedSubtrees ?? [])].map(({ base }) => base);
  return {
    dns: bases.flatMap(({ dNSName }) => dNSName ?? []),
    ip: bases.flatMap(({ iPAddress }) => iPAddress?.split('/', 1) ?? []),
  };
}

/**
 * Makes the certificate authority of one store. It can vouch for the given names and addresses only, and for servers only: whoever steals
 * its key from the kiosk can pretend to be the kiosk, and nobody else.
 */
export async function newAuthority(names: Names, now: EpochMs): Promise<Issued> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [
      { CN: [`Store certificates of ${names.dns[0]} ${new Date(now).toISOString().slice(0, 10)}`.slice(0, 64)] },
      { O: ['Prevenance'] },
    ],
    notBefore: new Date(now - EARLIER_MS),
    notAfter: new Date(now + AUTHORITY_DAYS * DAY_MS),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      nameConstraints(names),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return asIssued(certificate, keys);
}

/** Makes the certificate a station shows, signed by the store's authority, with a fresh key. Never outlives its authority. */
export async function issueLeaf(authority: Issued, names: Names, now: EpochMs): Promise<Issued> {
  const issuer = new x509.X509Certificate(authority.certificate);
  const signingKey = await crypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(authority.key), algorithm, false, [
    'sign',
  ]);
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    subject: [{ CN: [(names.dns[0] ?? '').slice(0, 64)] }],
    issuer: issuer.subjectName,
    notBefore: new Date(now - EARLIER_MS),
    notAfter: new Date(Math.min(now + LEAF_DAYS * DAY_MS, issuer.notAfter.getTime())),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        ...names.dns.map((value) => ({ type: 'dns' as const, value })),
        ...names.ip.map((value) => ({ type: 'ip' as const, value })),
      ]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return asIssued(certificate, keys);
}
