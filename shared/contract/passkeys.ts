import * as v from 'valibot';
import { route } from './route.ts';
import { EpochMsValue, Text } from './values.ts';

/** Shapes of WebAuthn level 3, https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON; what a browser adds is dropped. */

const done = v.strictObject({ ok: v.literal(true) });
const nothing = v.strictObject({});

const Base64Url = v.pipe(v.string(), v.maxLength(20_000), v.regex(/^[\w-]*$/));
const PasskeyId = v.strictObject({ id: v.pipe(Base64Url, v.minLength(1), v.maxLength(1400)) });
const credential = { id: Base64Url, rawId: Base64Url, type: v.literal('public-key') };
const NoExtensions = v.object({});

const Attestation = v.object({
  ...credential,
  response: v.object({ clientDataJSON: Base64Url, attestationObject: Base64Url }),
  clientExtensionResults: NoExtensions,
});
const Assertion = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: v.optional(Base64Url),
  }),
  clientExtensionResults: NoExtensions,
});
export type Attestation = v.InferOutput<typeof Attestation>;
export type Assertion = v.InferOutput<typeof Assertion>;

const Descriptor = v.strictObject({ id: Base64Url, type: v.literal('public-key') });
const CreationOptions = v.strictObject({
  rp: v.strictObject({ id: v.string(), name: v.string() }),
  user: v.strictObject({ id: Base64Url, name: v.string(), displayName: v.string() }),
  challenge: Base64Url,
  pubKeyCredParams: v.array(v.strictObject({ type: v.literal('public-key'), alg: v.number() })),
  timeout: v.number(),
  excludeCredentials: v.array(Descriptor),
  authenticatorSelection: v.strictObject({ residentKey: v.literal('required'), userVerification: v.literal('required') }),
  attestation: v.literal('none'),
});
const RequestOptions = v.strictObject({
  challenge: Base64Url,
  rpId: v.string(),
  timeout: v.number(),
  userVerification: v.literal('required'),
});
export type CreationOptions = v.InferOutput<typeof CreationOptions>;
export type RequestOptions = v.InferOutput<typeof RequestOptions>;

export const PasskeyName = v.strictObject({ name: Text(40) });

export const passkeyRoutes = {
  'auth/passkey-options': route('anyone', nothing, RequestOptions),
  'auth/passkey-login': route('anyone', v.strictObject({ credential: Assertion }), done),
  'manager/passkeys': route(
    'manager',
    nothing,
    v.strictObject({
      /** False where the address is a number: a passkey belongs to a name. */
      possible: v.boolean(),
      items: v.array(
        v.strictObject({
          ...PasskeyId.entries,
          name: v.string(),
          /** Host name under which alone it works. */
          host: v.string(),
          madeAt: EpochMsValue,
          usedAt: v.nullable(EpochMsValue),
        }),
      ),
    }),
  ),
  'manager/passkey-options': route('manager', nothing, CreationOptions),
  'manager/passkey-add': route('manager', v.strictObject({ ...PasskeyName.entries, credential: Attestation }), done),
  'manager/passkey-rename': route('manager', v.strictObject({ ...PasskeyId.entries, ...PasskeyName.entries }), done),
  'manager/passkey-remove': route('manager', PasskeyId, done),
};
