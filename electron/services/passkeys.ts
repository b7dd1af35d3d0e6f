import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { Assertion, Attestation, CreationOptions, RequestOptions } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import { minutes } from '../../shared/units.ts';
import type { Caller } from '../server/http.ts';
import type { AuthService } from './auth.ts';
import type { Context } from './context.ts';
import type { Secrets } from './secrets.ts';

const TIME = minutes(5);
/** Ed25519, ES256 and RS256 (https://www.iana.org/assignments/cose): what authenticators of the last ten years offer. */
const ALGORITHMS = [-8, -7, -257];

/** The host name of an address under which a browser offers passkeys: a name, not a number, and by TLS or on this machine. */
function passkeyHost(origin: string): string | null {
  const { hostname, protocol } = new URL(origin);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return null;
  return protocol === 'https:' || hostname === 'localhost' ? hostname : null;
}

/** The manager's passkeys: a second way in beside the password, and one that cannot be told to anybody. */
export class Passkeys {
  readonly #context: Context;
  readonly #secrets: Secrets;
  readonly #auth: AuthService;
  /** Challenges that were used, until they end by themselves. */
  readonly #spent = new Map<string, number>();

  constructor(context: Context, secrets: Secrets, auth: AuthService) {
    this.#context = context;
    this.#secrets = secrets;
    this.#auth = auth;
  }

  /** Whether a passkey can be made at an address. */
  possible = (origin: string): boolean => passkeyHost(origin) !== null;

  /** Whether one can open the door at an address. */
  usable(origin: string): boolean {
    const host = passkeyHost(origin);
    return host !== null && this.#context.store.passkeys.list().some((key) => key.host === host);
  }

  creationOptions(storeName: string, origin: string): CreationOptions {
    const host = this.#host(origin);
    return {
      rp: { id: host, name: storeName },
      // The store has one manager account; the identifier says nothing about a person.
      user: { id: Buffer.from('manager').toString('base64url'), name: 'manager', displayName: storeName },
      challenge: this.#challenge('passkey-add'),
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
      timeout: TIME,
      excludeCredentials: this.#context.store.passkeys
        .list()
        .filter((key) => key.host === host)
        .map(({ id }) => ({ id, type: 'public-key' })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    };
  }

  async add(name: string, credential: Attestation, origin: string): Promise<void> {
    const { store, clock } = this.#context;
    const host = this.#host(origin);
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: credential,
      expectedChallenge: (challenge) => this.#spend('passkey-add', challenge),
      expectedOrigin: origin,
      expectedRPID: host,
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch(() => refused());
    if (!verified) refused();
    const { id, publicKey, counter } = registrationInfo.credential;
    if (store.passkeys.get(id) !== undefined) throw new CallerError('passkey-known', 'this passkey is here already', 409);
    store.passkeys.add({ id, name, host, publicKey, counter, madeAt: clock.wall() });
  }

  /** The door tells nobody which passkeys there are: the authenticator finds its own. */
  requestOptions(origin: string): RequestOptions {
    return { challenge: this.#challenge('passkey-login'), rpId: this.#host(origin), timeout: TIME, userVerification: 'required' };
  }

  async login(credential: Assertion, caller: Caller): Promise<void> {
    const { store, clock } = this.#context;
    await this.#auth.limited('passkey', caller, async () => {
      const key = store.passkeys.get(credential.id);
      if (key === undefined) return refused();
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: credential,
        expectedChallenge: (challenge) => this.#spend('passkey-login', challenge),
        expectedOrigin: caller.origin,
        expectedRPID: key.host,
        credential: { id: key.id, publicKey: key.publicKey, counter: key.counter },
      }).catch(() => refused());
      // It may have been removed while its signature was checked.
      if (!verified || store.passkeys.get(key.id) === undefined) return refused();
      store.passkeys.used(key.id, authenticationInfo.newCounter, clock.wall());
    });
    this.#auth.letManagerIn(caller);
  }

  rename(id: string, name: string): void {
    if (!this.#context.store.passkeys.rename(id, name)) throw noSuchPasskey();
  }

  remove(id: string): void {
    if (!this.#context.store.passkeys.remove(id)) throw noSuchPasskey();
  }

  #host(origin: string): string {
    const host = passkeyHost(origin);
    if (host === null) throw new CallerError('passkey-needs-name', 'passkeys need an address with a name', 409);
    return host;
  }

  /** Random, signed and dated, so that nothing has to be kept for those who ask and never come back. */
  #challenge(purpose: 'passkey-add' | 'passkey-login'): string {
    const body = `${randomBytes(16).toString('base64url')}.${this.#context.clock.wall() + TIME}`;
    return Buffer.from(`${body}.${this.#secrets.seal(purpose, body)}`).toString('base64url');
  }

  /** Whether a challenge is ours, in time and new. */
  #spend(purpose: 'passkey-add' | 'passkey-login', challenge: string): boolean {
    const now = this.#context.clock.wall();
    for (const [spent, until] of this.#spent) if (until < now) this.#spent.delete(spent);
    const [random = '', until = '', seal = ''] = Buffer.from(challenge, 'base64url').toString().split('.');
    const mine = this.#secrets.sealed(purpose, `${random}.${until}`, seal);
    if (!mine || Number(until) < now || this.#spent.has(challenge)) return false;
    this.#spent.set(challenge, Number(until));
    return true;
  }
}

/** The library's own words would tell an attacker which check failed. */
function refused(): never {
  throw new CallerError('wrong-login', 'this passkey was not accepted', 401);
}

const noSuchPasskey = () => new CallerError('no-such-passkey', 'there is no such passkey', 404);
