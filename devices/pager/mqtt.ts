import { randomBytes } from 'node:crypto';
import { connect, type IClientOptions } from 'mqtt';
import type { PagerTrouble } from '../../shared/contract/index.ts';
import { troubleOf } from '../beacons/gateways/broker-trouble.ts';
import type { BrokerTrouble } from '../beacons/gateways/status.ts';
import { type Failed, failed, type Lamp, type Page, type PagerChannel, type Sent, sent } from './channel.ts';
import { trusting } from './post.ts';
import { fillPayload, fillTopic } from './template.ts';

export interface MqttOptions {
  readonly id: string;
  /** `mqtt://host[:port]` or `mqtts://host[:port]`. */
  readonly url: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly authority?: string | undefined;
  readonly topic: string;
  readonly payload: string;
  /** Published when the call is taken or over, so that a light goes off; null where nothing stays on. */
  readonly clearPayload: string | null;
}

const words: Readonly<Partial<Record<BrokerTrouble, PagerTrouble>>> = {
  'wrong-password': 'wrong-password',
  'broker-refuses': 'refused',
  'broker-unknown': 'host-unknown',
  'not-trusted': 'not-trusted',
};

/**
 * Publishes to a broker, on a connection of its own each time: pages are rare, and a connection that is never idle is never found dead
 * at the wrong moment. QoS 1: a page is sent when the broker has said so.
 */
export class MqttPager implements PagerChannel {
  readonly kind = 'mqtt';
  readonly id: string;
  readonly lamp: Lamp | null;
  readonly #options: MqttOptions;

  constructor(options: MqttOptions) {
    this.id = options.id;
    this.#options = options;
    const { clearPayload } = options;
    this.lamp =
      clearPayload === null
        ? null
        : {
            of: (page) => fillTopic(options.topic, page),
            clear: (page, signal) => this.#publish(page, fillPayload(clearPayload, page), signal),
          };
  }

  send(page: Page, signal: AbortSignal): Promise<Sent | Failed> {
    return this.#publish(page, fillPayload(this.#options.payload, page), signal);
  }

  #publish(page: Page, payload: string, signal: AbortSignal): Promise<Sent | Failed> {
    const { url, topic } = this.#options;
    return new Promise((resolve) => {
      const client = connect(url, this.#clientOptions());
      const end = (result: Sent | Failed) => {
        signal.removeEventListener('abort', late);
        client.end(true);
        client.stream.destroy();
        resolve(result);
      };
      const late = () => end(failed('timeout', `the broker ${url} did not answer in time`));
      if (signal.aborted) return late();
      signal.addEventListener('abort', late);
      const lose = (error: Error | null) => {
        const { trouble, detail } = troubleOf(url, error);
        end(failed(words[trouble] ?? 'unreachable', detail));
      };
      // These stay on a client that was given up: an error nobody listens to would end the process.
      client.on('error', lose);
      client.on('close', () => lose(null));
      client.on('connect', () => {
        client.publish(fillTopic(topic, page), payload, { qos: 1 }, (error) =>
          error == null ? end(sent) : end(failed('refused', `the broker ${url} does not let us publish to this topic`)),
        );
      });
    });
  }

  #clientOptions(): IClientOptions {
    const { username, password, authority } = this.#options;
    return {
      ...(username === undefined ? {} : { username }),
      ...(password === undefined ? {} : { password }),
      ...trusting(authority),
      clientId: `prevenance-${randomBytes(6).toString('hex')}`,
      protocolVersion: 4,
      clean: true,
      // Trying again is the pager's business: it knows whether the call still waits.
      reconnectPeriod: 0,
    };
  }
}
