import { randomBytes } from 'node:crypto';
import { connect, type ErrorWithSubackPacket, type IClientOptions, type MqttClient } from 'mqtt';
import type { Clock } from '../../../shared/clock.ts';
import { elapsed, type MonoMs, seconds } from '../../../shared/units.ts';
import { type Ladder, rung } from '../host/ladder.ts';
import { type Trouble, troubleOf } from './broker-trouble.ts';
import { largestPayload } from './parsed.ts';

/** How to reach a broker. Files have been read. */
export interface BrokerSettings {
  /** `mqtt://host[:port]` or `mqtts://host[:port]`, without a password in it. */
  readonly url: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly ca?: Buffer | undefined;
  readonly cert?: Buffer | undefined;
  readonly key?: Buffer | undefined;
  readonly protocolVersion: 4 | 5;
}

export interface LinkEvents {
  /** A message that was sent while we listened. */
  message(topic: string, payload: Uint8Array): void;
  /** Null: connected and subscribed. */
  trouble(trouble: Trouble | null): void;
}

export interface LinkOptions {
  readonly broker: BrokerSettings;
  readonly topics: readonly string[];
  readonly clock: Clock;
  /** A number in [0, 1) per call; spreads the attempts of many kiosks. */
  readonly jitter: () => number;
}

/** Waits between attempts. A broker comes back within seconds or minutes, and asking costs little. */
const brokerLadder: Ladder = [seconds(1), seconds(2), seconds(5), seconds(15), seconds(30)];
/** A connection that lasted this long was a good one. */
const steady = seconds(15);
const connectTimeout = seconds(10);
/** A broker that hangs is noticed after one and a half of these. */
const keepaliveSeconds = 15;
/** Topic and header of the largest message we would read. */
const packetOverhead = 1024;
const subscriptionRefused = 128;

/** One broker: stays connected to it as well as it can and passes on what is published now. Whatever happens there, the station goes on. */
export class BrokerLink {
  readonly #options: LinkOptions;
  #on: LinkEvents | null = null;
  #client: MqttClient | null = null;
  #connectedAt: MonoMs | null = null;
  #failures = 0;
  #cancelRetry = () => {};

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  start(on: LinkEvents): void {
    if (this.#on !== null) return;
    this.#on = on;
    this.#open();
  }

  async stop(): Promise<void> {
    this.#on = null;
    this.#cancelRetry();
    const client = this.#client;
    this.#client = null;
    this.#failures = 0;
    if (client === null) return;
    // Its own promise waits for an end of the connection that a hanging broker may never give.
    client.end(true);
    client.stream.destroy();
  }

  #open(): void {
    const { broker } = this.#options;
    let client: MqttClient;
    try {
      client = connect(broker.url, this.#clientOptions());
    } catch (error) {
      // An unusable certificate or key is found out here.
      this.#lost(troubleOf(broker.url, error as Error));
      return;
    }
    this.#client = client;
    const lose = (error: Error | null) => {
      if (this.#client !== client) return;
      this.#client = null;
      client.end(true);
      this.#lost(troubleOf(broker.url, error));
    };
    // These stay on a client that is being given up: an error nobody listens to would end the process.
    client.on('error', lose);
    client.on('close', () => lose(null));
    client.on('connect', () => this.#subscribe(client));
    client.on('message', (topic, payload, packet) => {
      // A retained message tells what was, when nobody knows: it must never make anybody present.
      if (!packet.retain && this.#client === client) this.#on?.message(topic, payload);
    });
  }

  #clientOptions(): IClientOptions {
    const { username, password, ca, cert, key, protocolVersion } = this.#options.broker;
    return {
      ...(username === undefined ? {} : { username }),
      ...(password === undefined ? {} : { password }),
      ...(ca === undefined ? {} : { ca }),
      ...(cert === undefined ? {} : { cert }),
      ...(key === undefined ? {} : { key }),
      protocolVersion,
      ...(protocolVersion === 5 ? { properties: { maximumPacketSize: largestPayload + packetOverhead } } : {}),
      // A fresh name each time: two stations of one name would throw each other out for ever.
      clientId: `prevenance-${randomBytes(6).toString('hex')}`,
      clean: true,
      queueQoSZero: false,
      resubscribe: false,
      // The waits are ours: they grow, are spread, and follow the station's clock.
      reconnectPeriod: 0,
      connectTimeout,
      keepalive: keepaliveSeconds,
    };
  }

  #subscribe(client: MqttClient): void {
    const { topics, clock, broker } = this.#options;
    if (this.#client !== client) return;
    // mqtt.js leaves Nagle's algorithm on, which holds small packets back for up to 40 ms.
    (client.stream as { setNoDelay?: (on: boolean) => void }).setNoDelay?.(true);
    this.#connectedAt = clock.mono();
    client.subscribe([...topics], { qos: 0 }, (error) => {
      if (this.#client !== client) return;
      if (error === null) return this.#on?.trouble(null);
      // One answer a topic, in their order; without answers the whole request failed.
      const answers = (error as Partial<ErrorWithSubackPacket>).packet?.granted ?? [];
      const refused = topics.filter((_, i) => Number(answers[i] ?? subscriptionRefused) >= subscriptionRefused);
      const detail = `The broker ${broker.url} does not let us listen to ${refused.join(', ')}.`;
      this.#on?.trouble({ trouble: 'topic-refused', detail, topics: refused });
    });
  }

  #lost(trouble: Trouble): void {
    const { clock, jitter } = this.#options;
    if (this.#on === null) return;
    if (this.#connectedAt !== null && elapsed(this.#connectedAt, clock.mono()) > steady) this.#failures = 0;
    this.#connectedAt = null;
    const wait = rung(brokerLadder, this.#failures, jitter());
    this.#failures++;
    this.#cancelRetry = clock.after(wait, () => this.#open());
    this.#on.trouble(trouble);
  }
}
