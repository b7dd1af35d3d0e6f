import { afterEach, beforeEach, expect, test } from 'vitest';
import { newVapidKeys, type Subscription, WebPush } from '../../../devices/pager/web-push.ts';
import { FakeUserAgent, vapidClaims } from '../../support/push-service.ts';
import { Receiver } from '../../support/receiver.ts';
import { page } from './page.ts';

let service: Receiver;
beforeEach(async () => {
  service = await Receiver.start();
});
afterEach(() => service.stop());

const keys = newVapidKeys();
const patient = () => AbortSignal.timeout(10_000);

function push(subscriptions: Subscription[]) {
  const expired: string[] = [];
  const channel = new WebPush({
    id: 'push',
    keys,
    contact: 'mailto:it@store.example',
    subscriptions: () => subscriptions,
    expired: (endpoint) => expired.push(endpoint),
  });
  return { channel, expired };
}
const subscribed = (agent: FakeUserAgent, url = service.url): Subscription => ({ endpoint: url, ...agent.keys, language: 'fr' });

test('what a page receives can be read by that page alone, and holds nothing personal', async () => {
  const agent = new FakeUserAgent();
  expect(await push([subscribed(agent)]).channel.send(page(), patient())).toEqual({ ok: true });
  const [got] = service.received;
  if (got === undefined) throw new Error('nothing arrived');
  expect(JSON.parse(agent.decrypt(got.body))).toEqual({
    kind: 'call',
    id: 'call-1/1/available',
    call: 'call-1',
    place: 'Caisse 2',
    reasons: ['asked'],
    shopperLanguage: 'fr',
    language: 'fr',
  });
  expect(got.body.toString('latin1')).not.toContain('Caisse');
  expect(() => new FakeUserAgent().decrypt(got.body)).toThrow();
  const { aud, sub, key } = vapidClaims(got);
  expect({ aud, sub, key }).toEqual({ aud: new URL(service.url).origin, sub: 'mailto:it@store.example', key: keys.publicKey });
  expect(got.headers).toMatchObject({ ttl: '120', urgency: 'high', topic: 'call1', 'content-encoding': 'aes128gcm' });
});

test.each([404, 410])('a subscription that is no more (%i) is dropped', async (status) => {
  service.manner = { status };
  const { channel, expired } = push([subscribed(new FakeUserAgent())]);
  expect(await channel.send(page(), patient())).toMatchObject({ ok: false, trouble: 'refused' });
  expect(expired).toEqual([service.url]);
});

test('a service that is out of order loses no subscription', async () => {
  service.manner = 'fail';
  const { channel, expired } = push([subscribed(new FakeUserAgent())]);
  expect(await channel.send(page(), patient())).toMatchObject({ trouble: 'server-error' });
  expect(expired).toEqual([]);
});

test('one device reached is enough; none at all is a failure that says so', async () => {
  const gone = await Receiver.start();
  gone.manner = { status: 410 };
  const { channel, expired } = push([subscribed(new FakeUserAgent(), gone.url), subscribed(new FakeUserAgent())]);
  expect(await channel.send(page(), patient())).toEqual({ ok: true });
  expect(expired).toEqual([gone.url]);
  await gone.stop();
  expect(await push([]).channel.send(page(), patient())).toMatchObject({ trouble: 'nobody-subscribed' });
});

test('keys that are none are dropped, not thrown', async () => {
  const { channel, expired } = push([{ endpoint: service.url, p256dh: 'A'.repeat(87), auth: 'A'.repeat(22), language: 'en' }]);
  expect(await channel.send(page(), patient())).toMatchObject({ ok: false });
  expect(expired).toEqual([service.url]);
});
