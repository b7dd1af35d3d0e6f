import type { Clock } from '../../../shared/clock.ts';
import { seconds } from '../../../shared/units.ts';
import type { Advertisement } from '../advertisement.ts';
import { BrokerLink, type BrokerSettings, type LinkEvents, type LinkOptions } from './broker-link.ts';
import type { Trouble } from './broker-trouble.ts';
import { type FormatName, formats } from './formats/index.ts';
import type { FilteredReading } from './parsed.ts';
import { type GatewayFacts, type GatewayStatus, statusOf } from './status.ts';
import { TopicRoutes } from './topics.ts';

/** A gateway as configured. */
export interface GatewaySettings {
  /** Its name among the receivers. Whatever arrives on its topic is its own, whatever the message claims. */
  readonly id: string;
  readonly format: FormatName;
  /** Where it publishes; `+` stands for one level. */
  readonly topic: string;
  /** Where it shows that it lives even when it hears no beacon. */
  readonly aliveTopic?: string | undefined;
  /** It stands at the kiosk, so a beacon may be enrolled through it. */
  readonly atKiosk: boolean;
}

/** A broker and the gateways that publish there. */
export interface BrokerOfGateways extends BrokerSettings {
  readonly receivers: readonly GatewaySettings[];
}

export interface GatewayListener {
  /** A packet from a raw gateway, for the ordinary decoder. */
  advertisement(advertisement: Advertisement, gateway: GatewaySettings): void;
  /** A frame from a filtering gateway, whose strength is not to be filtered again. */
  reading(reading: FilteredReading): void;
  /** A gateway's state or reason is another than before. */
  changed(status: GatewayStatus): void;
}

/** Receivers away from the kiosk. */
export interface Gateways {
  /** Begins to listen. Never rejects for want of a broker: that is a status, not an error. */
  start(on: GatewayListener): Promise<void>;
  /** Ends listening and releases everything. Harmless when not started. */
  stop(): Promise<void>;
  /** Every configured gateway, heard or not. */
  statuses(): GatewayStatus[];
}

/** What of a link the gateways need; tests put a broker of their own behind it. */
export interface Link {
  start(on: LinkEvents): void;
  stop(): Promise<void>;
}

export interface MqttGatewaysOptions {
  readonly brokers: readonly BrokerOfGateways[];
  readonly clock: Clock;
  readonly jitter: () => number;
  readonly link?: (options: LinkOptions) => Link;
}

type Changing<T> = { -readonly [K in keyof T]: T[K] };
interface Gateway {
  readonly settings: GatewaySettings;
  readonly facts: Changing<GatewayFacts>;
  last: string;
}

const stateCheck = seconds(1);

/** Gateways that publish over MQTT: each message is read in its gateway's format and stamped with its arrival here. */
export class MqttGateways implements Gateways {
  readonly #options: Required<MqttGatewaysOptions>;
  readonly #gateways: Gateway[] = [];
  #links: Link[] = [];
  #stopChecking = () => {};

  constructor(options: MqttGatewaysOptions) {
    this.#options = { link: (how) => new BrokerLink(how), ...options };
  }

  async start(on: GatewayListener): Promise<void> {
    if (this.#links.length > 0) return;
    const { brokers, clock, jitter, link } = this.#options;
    this.#links = brokers.map((broker) => {
      const routes = new TopicRoutes<{ gateway: Gateway; alive: boolean }>();
      const gateways = broker.receivers.map((settings) => gatewayOf(settings, broker.url));
      this.#gateways.push(...gateways);
      const topics: string[] = [];
      for (const gateway of gateways) {
        const { topic, aliveTopic } = gateway.settings;
        routes.add(topic, { gateway, alive: false });
        topics.push(topic);
        if (aliveTopic === undefined) continue;
        routes.add(aliveTopic, { gateway, alive: true });
        topics.push(aliveTopic);
      }
      const made = link({ broker, topics, clock, jitter });
      made.start({
        message: (topic, payload) => {
          const route = routes.find(topic);
          if (route?.alive === true) route.gateway.facts.heardAt = clock.mono();
          else if (route !== null) this.#take(route.gateway, topic, payload, on);
        },
        trouble: (trouble) => {
          for (const { settings, facts } of gateways) facts.broker = concerns(trouble, settings) ? trouble : null;
          this.#tellChanges(on);
        },
      });
      return made;
    });
    this.#stopChecking = clock.every(stateCheck, () => this.#tellChanges(on));
  }

  async stop(): Promise<void> {
    this.#stopChecking();
    this.#stopChecking = () => {};
    await Promise.all(this.#links.splice(0).map((link) => link.stop()));
    this.#gateways.length = 0;
  }

  statuses(): GatewayStatus[] {
    const now = this.#options.clock.mono();
    return this.#gateways.map(({ facts }) => statusOf(facts, now));
  }

  #take({ settings, facts }: Gateway, topic: string, payload: Uint8Array, on: GatewayListener): void {
    const at = this.#options.clock.mono();
    const parsed = formats[settings.format](topic, payload);
    if (parsed.kind === 'refused') {
      facts.refused = { why: parsed.why, at };
      return;
    }
    facts.heardAt = at;
    const receiver = settings.id;
    for (const { address, rssi, data } of parsed.packets) on.advertisement({ receiver, address, rssi, data, at }, settings);
    for (const { frame, rssi } of parsed.readings) on.reading({ receiver, frame, rssi, at });
  }

  #tellChanges(on: GatewayListener): void {
    const now = this.#options.clock.mono();
    for (const gateway of this.#gateways) {
      const status = statusOf(gateway.facts, now);
      const standing = `${status.state} ${status.reason}`;
      if (standing === gateway.last) continue;
      gateway.last = standing;
      on.changed(status);
    }
  }
}

const concerns = (trouble: Trouble | null, { topic, aliveTopic }: GatewaySettings): boolean =>
  trouble?.topics?.some((refused) => refused === topic || refused === aliveTopic) ?? true;

/** A gateway of which nothing is known yet; until its broker has answered, the broker is away. */
function gatewayOf(settings: GatewaySettings, url: string): Gateway {
  const { id, format, topic, atKiosk } = settings;
  const broker = { trouble: 'broker-away', detail: `The broker ${url} has not answered yet.` } as const;
  return { settings, facts: { id, format, topic, atKiosk, heardAt: null, refused: null, broker }, last: 'never broker-away' };
}
