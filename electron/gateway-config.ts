import * as v from 'valibot';
import { type FormatName, formatNames } from '../devices/beacons/gateways/formats/index.ts';
import { filterProblem, overlap } from '../devices/beacons/gateways/topics.ts';
import { Id } from '../shared/contract/index.ts';
import { KIOSK_RECEIVER } from './kiosk-receiver.ts';

const Line = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));

const Topic = v.pipe(
  Line,
  v.rawCheck(({ dataset, addIssue }) => {
    const problem = dataset.typed ? filterProblem(dataset.value) : null;
    if (problem !== null) addIssue({ message: problem });
  }),
);

const BrokerUrl = v.pipe(
  v.string(),
  v.check((text) => {
    const url = URL.parse(text);
    return (
      url !== null && ['mqtt:', 'mqtts:'].includes(url.protocol) && url.hostname !== '' && /^\/?$/.test(url.pathname + url.search)
    );
  }, 'a broker is written mqtt://HOST:PORT, or mqtts://HOST:PORT with encryption'),
  v.check((text) => {
    const url = URL.parse(text);
    return url === null || (url.username === '' && url.password === '');
  }, 'the user name and the password belong in "username" and "passwordFile", since addresses are logged'),
);

const Gateway = v.strictObject({
  /** Name among the receivers, as zones and the manager page use it. */
  id: v.pipe(
    Id,
    v.check((id) => id !== KIOSK_RECEIVER, `"${KIOSK_RECEIVER}" is the kiosk's own radio`),
  ),
  format: v.picklist(formatNames as [FormatName, ...FormatName[]], `a format is one of ${formatNames.join(', ')}`),
  topic: Topic,
  /** Where the gateway shows that it lives while no beacon is near. */
  aliveTopic: v.optional(Topic),
  /** The gateway stands at the kiosk: a beacon may be enrolled through it. */
  atKiosk: v.optional(v.boolean(), false),
});

const Broker = v.pipe(
  v.strictObject({
    broker: BrokerUrl,
    username: v.optional(Line),
    password: v.optional(Line),
    /** File whose first line is the password. */
    passwordFile: v.optional(Line),
    /** PEM files: the authority that signed the broker's certificate, and our own certificate with its key. */
    ca: v.optional(Line),
    cert: v.optional(Line),
    key: v.optional(Line),
    /** 4 is MQTT 3.1.1, which every broker speaks. */
    protocolVersion: v.optional(v.picklist([4, 5]), 4),
    receivers: v.pipe(v.array(Gateway), v.minLength(1, 'a broker needs at least one gateway in "receivers"')),
  }),
  v.forward(
    v.check((b) => b.password === undefined || b.passwordFile === undefined, 'give "password" or "passwordFile", not both'),
    ['passwordFile'],
  ),
  v.forward(
    v.check((b) => (b.cert === undefined) === (b.key === undefined), '"cert" and "key" go together'),
    ['key'],
  ),
  v.forward(
    v.check(
      (b) => b.receivers.length > 0 && !anyOverlap(topicsOf(b.receivers)),
      'two topics of this broker match the same messages',
    ),
    ['receivers'],
  ),
);

const topicsOf = (gateways: readonly { topic: string; aliveTopic?: string | undefined }[]): string[] =>
  gateways.flatMap(({ topic, aliveTopic }) => (aliveTopic === undefined ? [topic] : [topic, aliveTopic]));

const anyOverlap = (topics: readonly string[]): boolean =>
  topics.some((topic, i) => topics.slice(i + 1).some((other) => overlap(topic, other)));

/** `gateways` in the configuration file. */
export const GatewaysConfig = v.pipe(
  v.array(Broker),
  v.check((brokers) => {
    const ids = brokers.flatMap((broker) => broker.receivers.map((gateway) => gateway.id));
    return new Set(ids).size === ids.length;
  }, 'two gateways have the same id'),
);
export type GatewaysConfig = v.InferOutput<typeof GatewaysConfig>;
