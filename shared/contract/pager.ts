import * as v from 'valibot';
import { route } from './route.ts';
import { EpochMsValue, Id, Language, OptionalText, Text } from './values.ts';

const done = v.strictObject({ ok: v.literal(true) });
const nothing = v.strictObject({});

/** What a topic or a payload may hold between braces. None of them can carry anything of a customer. */
export const pagerPlaceholders = ['place', 'reason', 'language', 'waited', 'level', 'link', 'call'] as const;
export type PagerPlaceholder = (typeof pagerPlaceholders)[number];
export const placeholderPattern = new RegExp(`\\{(${pagerPlaceholders.join('|')})\\}`, 'g');

/** A word in braces that is no placeholder: a slip of the pen would otherwise be published as it stands. JSON's own braces are left alone. */
const strayPlaceholder = (text: string): boolean => /\{[a-z]+\}/i.test(text.replaceAll(placeholderPattern, ''));

const Template = (max: number) =>
  v.pipe(
    OptionalText(max),
    v.check((text) => !strayPlaceholder(text), `only these may stand in braces: ${pagerPlaceholders.join(', ')}`),
  );

/** An address, without a name and a password in it: addresses are shown and logged. */
const Address = (form: RegExp, message: string) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000), v.regex(form, message));
const webAddress = /^https?:\/\/[^\s/@?#]+([/?#]\S*)?$/i;
const brokerAddress = /^mqtts?:\/\/[^\s/@?#]+\/?$/i;

/** Written, never read back: null keeps what the station has, an empty text removes it. */
const WriteOnly = v.nullable(v.pipe(v.string(), v.maxLength(500)));

/** PEM of an authority that the store trusts besides the usual ones; may be none. */
const Authority = v.pipe(
  OptionalText(20_000),
  v.check(
    (text) => text === '' || /^-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----$/.test(text),
    'a certificate begins with -----BEGIN CERTIFICATE-----',
  ),
);

const common = { id: Id, name: Text(60), active: v.boolean() };

/** One way to reach people, as the manager edits it. */
export const PagerChannelSettings = v.variant('kind', [
  v.strictObject({
    kind: v.literal('webhook'),
    ...common,
    url: Address(webAddress, 'an address begins with https:// or http:// and has no password in it'),
    /** Signs what is sent, so that the receiver knows who speaks. */
    secret: WriteOnly,
    authority: Authority,
  }),
  v.strictObject({
    kind: v.literal('mqtt'),
    ...common,
    url: Address(brokerAddress, 'a broker is written mqtt://HOST:PORT, or mqtts://HOST:PORT with encryption'),
    username: OptionalText(200),
    /** The broker's password. */
    secret: WriteOnly,
    authority: Authority,
    topic: v.pipe(
      Template(200),
      v.minLength(1),
      v.check((topic) => !/[+#\0]/.test(topic), 'a topic to publish to has no + and no #'),
    ),
    payload: Template(2000),
    /** Published when the call is taken or over; null: nothing stays on. */
    clearPayload: v.nullable(Template(2000)),
  }),
  v.strictObject({
    kind: v.literal('push'),
    ...common,
    /** Where push services may write to if something is wrong; RFC 8292 §2.1 asks for it. */
    contact: v.pipe(v.string(), v.trim(), v.maxLength(200), v.email()),
  }),
]);
export type PagerChannelSettings = v.InferOutput<typeof PagerChannelSettings>;

/** Why a channel does not work, as a code the manager page has words for. */
export const PagerTrouble = v.picklist([
  'unreachable',
  'host-unknown',
  'timeout',
  'not-trusted',
  'refused',
  'server-error',
  'redirected',
  'wrong-password',
  'nobody-subscribed',
  'secret-lost',
  'internal',
]);
export type PagerTrouble = v.InferOutput<typeof PagerTrouble>;

/** How a channel stands. `failingSince` is null while it works, or was never used. */
export const PagerStanding = v.strictObject({
  lastSentAt: v.nullable(EpochMsValue),
  failingSince: v.nullable(EpochMsValue),
  trouble: v.nullable(PagerTrouble),
  /** One plain English sentence for the curious; never a secret. */
  detail: v.string(),
});
export type PagerStanding = v.InferOutput<typeof PagerStanding>;

/** A channel on the manager's stream. */
export const PagerLive = v.strictObject({ id: Id, name: v.string(), active: v.boolean(), standing: PagerStanding });
export type PagerLive = v.InferOutput<typeof PagerLive>;

/** Push services of the browsers there are. A page cannot make the station post to any other host. */
const pushService =
  /^https:\/\/([\w-]+\.)*(googleapis\.com|push\.services\.mozilla\.com|notify\.windows\.com|push\.apple\.com)\/\S*$/;

const base64url = (length: number) => v.pipe(v.string(), v.regex(/^[\w-]+$/), v.length(length));

export const pagerRoutes = {
  /** In the order in which they are used. */
  'manager/pager': route(
    'manager',
    nothing,
    v.strictObject({
      items: v.array(
        v.strictObject({
          /** `secret` is always null here. */
          value: PagerChannelSettings,
          /** The station has a secret for it. */
          kept: v.boolean(),
          changed: v.strictObject({ by: v.string(), at: EpochMsValue }),
        }),
      ),
      /** Staff pages that may be woken by push. */
      pushPages: v.number(),
    }),
  ),
  /** A new channel goes to the end. */
  'manager/pager-save': route('manager', PagerChannelSettings, done),
  'manager/pager-order': route('manager', v.strictObject({ ids: v.pipe(v.array(Id), v.maxLength(100)) }), done),
  'manager/pager-delete': route('manager', v.strictObject({ id: Id }), done),
  /** Takes a deletion back, secret and place included. */
  'manager/pager-restore': route('manager', v.strictObject({ id: Id }), done),
  /** Sends a test through one channel and says what became of it. */
  'manager/pager-test': route(
    'manager',
    v.strictObject({ id: Id }),
    v.strictObject({ trouble: v.nullable(PagerTrouble), detail: v.string() }),
  ),
  /** The key a staff page subscribes with; null while push is switched off. */
  'staff/push-key': route('employee', nothing, v.strictObject({ publicKey: v.nullable(v.string()) })),
  'staff/push-on': route(
    'employee',
    v.strictObject({
      endpoint: v.pipe(v.string(), v.maxLength(2000), v.regex(pushService, 'this is not a push service we know')),
      /** P-256 point and secret of the page (RFC 8291), as its browser gives them. */
      p256dh: base64url(87),
      auth: base64url(22),
      language: Language,
    }),
    done,
  ),
  'staff/push-off': route('employee', v.strictObject({ endpoint: v.pipe(v.string(), v.maxLength(2000)) }), done),
};
