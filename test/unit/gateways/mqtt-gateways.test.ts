import { describe, expect, it } from 'vitest';
import type { LinkEvents, LinkOptions } from '../../../devices/beacons/gateways/broker-link.ts';
import { troubleOf } from '../../../devices/beacons/gateways/broker-trouble.ts';
import { type GatewayListener, type Link, MqttGateways } from '../../../devices/beacons/gateways/mqtt-gateways.ts';
import type { GatewayStatus } from '../../../devices/beacons/gateways/status.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

/** A broker without a network: says what the test says, once started and until stopped, like BrokerLink. */
class FakeLink implements Link {
  readonly options: LinkOptions;
  on: LinkEvents | null = null;
  constructor(options: LinkOptions) {
    this.options = options;
  }
  start(on: LinkEvents): void {
    this.on = on;
  }
  async stop(): Promise<void> {
    this.on = null;
  }
}

const packet = { address: 'c0ffee123456', rssi: -61, data: '020106' };
const payload = (value: unknown) => Buffer.from(JSON.stringify(value));

async function house() {
  const clock = new VirtualClock();
  const links: FakeLink[] = [];
  const raw = { format: 'prevenance-raw', atKiosk: false } as const;
  const gateways = new MqttGateways({
    brokers: [
      {
        url: 'mqtt://one',
        protocolVersion: 4,
        receivers: [
          { ...raw, id: 'till', topic: 'raw/till', aliveTopic: 'alive/till' },
          { ...raw, id: 'door', topic: 'raw/door' },
        ],
      },
      { url: 'mqtt://two', protocolVersion: 4, receivers: [{ ...raw, id: 'yard', topic: 'raw/till', atKiosk: true }] },
    ],
    clock,
    jitter: () => 0,
    link: (options) => {
      const link = new FakeLink(options);
      links.push(link);
      return link;
    },
  });
  const receivers: string[] = [];
  const changes: GatewayStatus[] = [];
  const listener: GatewayListener = {
    advertisement: ({ receiver }, { atKiosk }) => receivers.push(atKiosk ? `${receiver} at the kiosk` : receiver),
    reading: () => {},
    changed: (status) => changes.push(status),
  };
  await gateways.start(listener);
  const of = (id: string) => gateways.statuses().find((status) => status.id === id);
  return { clock, gateways, links, receivers, changes, listener, of };
}

describe('gateways', () => {
  it('do nothing until started', () => {
    const made: LinkOptions[] = [];
    const clock = new VirtualClock();
    new MqttGateways({
      brokers: [],
      clock,
      jitter: () => 0,
      link: (options) => {
        made.push(options);
        return new FakeLink(options);
      },
    });
    expect(made).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  it('are told apart by broker and topic, never by what a message says', async () => {
    const { links, receivers } = await house();
    links[0]?.on?.message('raw/till', payload({ v: 1, packets: [packet] }));
    links[1]?.on?.message('raw/till', payload({ v: 1, packets: [packet] }));
    links[0]?.on?.message('raw/yard', payload({ v: 1, packets: [packet] }));
    expect(receivers).toEqual(['till', 'yard at the kiosk']);
    expect(links.map((link) => link.options.topics)).toEqual([['raw/till', 'alive/till', 'raw/door'], ['raw/till']]);
  });

  it('wait for their broker, then for a message, then for the next one', async () => {
    const { clock, links, of, changes } = await house();
    expect(of('till')).toMatchObject({ state: 'never', reason: 'broker-away' });
    links[0]?.on?.trouble(null);
    expect(of('till')).toMatchObject({ state: 'never', reason: null });
    links[0]?.on?.message('raw/till', payload({ v: 1, packets: [] }));
    clock.advance(1_000);
    expect(of('till')).toMatchObject({ state: 'heard', reason: null, lastHeardAgeMs: 1_000 });
    expect(of('door')).toMatchObject({ state: 'never', reason: null, lastHeardAgeMs: null });
    clock.advance(24_500);
    expect(of('till')).toMatchObject({ state: 'silent' });
    clock.advance(4_500);
    const told = changes.filter((change) => change.id === 'till').map(({ state, reason }) => [state, reason]);
    expect(told).toEqual([
      ['never', null],
      ['heard', null],
      ['silent', null],
    ]);
  });

  it('live by their sign of life, and by no message they cannot have meant', async () => {
    const { clock, links, of } = await house();
    links[0]?.on?.trouble(null);
    links[0]?.on?.message('alive/till', Buffer.from('anything'));
    links[0]?.on?.message('raw/door', Buffer.from('anything'));
    expect(of('till')).toMatchObject({ state: 'heard' });
    expect(of('door')).toMatchObject({ state: 'never', reason: 'not-readable' });
    expect(of('door')?.detail).toContain('not in the format prevenance-raw');
    expect(of('door')?.detail).not.toContain('anything');
    links[0]?.on?.message('raw/door', payload({ v: 1, packets: [] }));
    links[0]?.on?.message('raw/door', Buffer.from('a bad one in between'));
    clock.advance(20_000);
    expect(of('door')).toMatchObject({ state: 'heard', reason: null });
  });

  it('share the trouble of their broker, and nobody else’s', async () => {
    const { links, of } = await house();
    links[1]?.on?.trouble(null);
    links[0]?.on?.trouble({ trouble: 'wrong-password', detail: 'no' });
    expect([of('till')?.reason, of('door')?.reason, of('yard')?.reason]).toEqual(['wrong-password', 'wrong-password', null]);
    links[0]?.on?.trouble({ trouble: 'topic-refused', detail: 'no', topics: ['alive/till'] });
    expect([of('till')?.reason, of('door')?.reason]).toEqual(['topic-refused', null]);
  });

  it('stop as they start: twice, without a timer left, and begin anew', async () => {
    const { clock, gateways, links, listener } = await house();
    await gateways.start(listener);
    expect(links).toHaveLength(2);
    await gateways.stop();
    await gateways.stop();
    expect(clock.pending).toBe(0);
    expect(links.every((link) => link.on === null)).toBe(true);
    expect(gateways.statuses()).toEqual([]);
    await gateways.start(listener);
    expect(links).toHaveLength(4);
  });
});

describe('a failed connection in words', () => {
  const failed = (code: unknown, message = 'x') => troubleOf('mqtts://b', Object.assign(new Error(message), { code })).trouble;

  it.each([
    [4, 'wrong-password'],
    [5, 'wrong-password'],
    [134, 'wrong-password'],
    [135, 'wrong-password'],
    [1, 'broker-refuses'],
    [133, 'broker-refuses'],
    ['ENOTFOUND', 'broker-unknown'],
    ['EAI_AGAIN', 'broker-unknown'],
    ['CERT_HAS_EXPIRED', 'not-trusted'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'not-trusted'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'not-trusted'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'not-trusted'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'not-trusted'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'not-trusted'],
    ['ECONNREFUSED', 'broker-away'],
    ['ETIMEDOUT', 'broker-away'],
    [undefined, 'broker-away'],
  ])('%s: %s', (code, trouble) => {
    expect(failed(code)).toBe(trouble);
  });

  it('a connection that closes without a word is a broker that is away', () => {
    expect(troubleOf('mqtt://b', null)).toEqual({
      trouble: 'broker-away',
      detail: 'The broker mqtt://b does not answer: it closed the connection.',
    });
  });
});
