import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';
import { CallerError } from '../../shared/errors.ts';
import type { EpochMs } from '../../shared/units.ts';
import { computeEid } from './eid.ts';

/** Bytes of an X25519 key of either kind. */
const keySize = 32;
/** What stands before the 32 secret bytes of an X25519 key in PKCS #8 (RFC 8410 §7). */
const pkcs8Head = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** An X25519 key pair: the resolver's (ours, one per shop) or a beacon's. Both halves are 32 bytes, as they travel. */
export interface KeyPair {
  readonly privateKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

function checked(key: Uint8Array, what: string): Buffer {
  if (key.length !== keySize) throw new CallerError('bad-eid-key', `${what} has ${keySize} bytes`);
  return Buffer.from(key);
}

const secret = (bytes: Uint8Array, what: string): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8Head, checked(bytes, what)]), format: 'der', type: 'pkcs8' });

const open = (bytes: Uint8Array, what: string): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: checked(bytes, what).toString('base64url') }, format: 'jwk' });

const rawPublic = (key: KeyObject): Uint8Array => Uint8Array.from(Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url'));

/** The pair of a private key. */
export function keyPairOf(privateKey: Uint8Array): KeyPair {
  return { privateKey, publicKey: rawPublic(createPublicKey(secret(privateKey, 'a private key'))) };
}

/** A new key pair from the system's randomness. */
export function newKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  return {
    privateKey: Uint8Array.from(Buffer.from(privateKey.export({ format: 'jwk' }).d!, 'base64url')),
    publicKey: rawPublic(publicKey),
  };
}

/**
 * The secret that both sides of a registration share. A public key of small order makes it zero whatever the other side holds, so that
 * everybody would know the identity key: refused, as the specification demands.
 */
function sharedSecret(own: Uint8Array, theirs: Uint8Array): Buffer {
  let shared: Buffer | null = null;
  const privateKey = secret(own, 'a private key');
  const publicKey = open(theirs, 'a public key');
  try {
    shared = diffieHellman({ privateKey, publicKey });
  } catch {
    // OpenSSL refuses the zero secret by itself.
  }
  if (shared === null || shared.every((byte) => byte === 0)) {
    throw new CallerError('bad-eid-key', 'this public key gives everybody the same secret; the beacon is faulty or forged');
  }
  return shared;
}

/**
 * The identity key of a beacon: HKDF-SHA256 of the X25519 secret, salted with the resolver's and the beacon's public key, no context,
 * cut to 16 bytes. Source: github.com/google/eddystone, eddystone-eid/eid-computation.md, "Computing the identity key".
 */
const identityKeyOf = (shared: Buffer, resolverPublic: Uint8Array, beaconPublic: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', shared, Buffer.concat([resolverPublic, beaconPublic]), Buffer.alloc(0), 16));

/** The identity key as the resolver computes it. @throws CallerError for keys that are none. */
export const identityKeyAtResolver = (resolver: KeyPair, beaconPublic: Uint8Array): Uint8Array =>
  identityKeyOf(sharedSecret(resolver.privateKey, beaconPublic), resolver.publicKey, beaconPublic);

/** The identity key as the beacon computes it. A beacon made of software registers with this. @throws CallerError as above. */
export const identityKeyAtBeacon = (beacon: KeyPair, resolverPublic: Uint8Array): Uint8Array =>
  identityKeyOf(sharedSecret(beacon.privateKey, resolverPublic), resolverPublic, beacon.publicKey);

/** What a beacon says when it is registered. */
export interface RegistrationRequest {
  readonly beaconPublic: Uint8Array;
  /** K, 0 to 15. */
  readonly exponent: number;
  /** Seconds on the beacon's clock when it was asked. */
  readonly beaconClock: number;
  /** The identifier it advertised then, 16 lower-case hex digits. */
  readonly eid: string;
}

/** What is kept of a registration. */
export interface Registration {
  readonly identityKey: Uint8Array;
  readonly exponent: number;
  /** Seconds to add to wall time to get the beacon's clock. */
  readonly clockOffset: number;
}

const bad = (what: string): CallerError => new CallerError('bad-eid-registration', what);

/**
 * Registers a beacon as of `now`, when it answered.
 * @throws CallerError when the key agreed upon does not make the beacon's identifier: one of the two talked with somebody else.
 */
export function registerBeacon(resolver: KeyPair, request: RegistrationRequest, now: EpochMs): Registration {
  const { beaconPublic, exponent, beaconClock, eid } = request;
  if (!Number.isInteger(exponent) || exponent < 0 || exponent > 15)
    throw bad('a rotation exponent is a whole number from 0 to 15');
  if (!Number.isInteger(beaconClock) || beaconClock < 0 || beaconClock > 0xffff_ffff) {
    throw bad("a beacon's clock is a whole number of seconds in 32 bits");
  }
  const identityKey = identityKeyAtResolver(resolver, beaconPublic);
  // A beacon may switch anywhere inside the quantum, so the one before may still be on the air.
  const times = [beaconClock, beaconClock - 2 ** exponent];
  if (!times.some((time) => computeEid(identityKey, exponent, time) === eid)) {
    throw bad('the beacon does not advertise what its key makes; begin the registration again');
  }
  return { identityKey, exponent, clockOffset: beaconClock - Math.floor(now / 1000) };
}
