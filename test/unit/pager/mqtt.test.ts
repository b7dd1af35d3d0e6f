import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { MqttPager } from '../../../devices/pager/mqtt.ts';
import { brokerIsThere, TestBroker } from '../../support/broker.ts';
import { until } from '../../support/receiver.ts';
import { page } from './page.ts';

const settings = {
  id: 'light',
  topic: 'shop/{place}/light',
  payload: '{"on":true,"waited":{waited}}',
  clearPayload: '{"on":false}',
};
const patient = () => AbortSignal.timeout(10_000);
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function broker(options: Parameters<typeof TestBroker.start>[0] = {}): Promise<TestBroker> {
  const started = await TestBroker.start(options);
  undo.push(() => started.remove());
  return started;
}

describe.runIf(brokerIsThere())('with a real broker', () => {
  test('a page lights a light, and clearing puts it out', async () => {
    const { url, publisher } = await broker().then((b) => ({ url: b.url, publisher: () => b.publisher() }));
    const listener = await publisher();
    undo.push(() => listener.endAsync(true));
    const heard: string[] = [];
    listener.on('message', (topic, payload, { qos }) => heard.push(`${topic} ${payload} ${qos}`));
    await listener.subscribeAsync('#', { qos: 1 });
    const light = new MqttPager({ ...settings, url });
    expect(light.lamp?.of(page())).toBe('shop/Caisse-2/light');
    expect(await light.send(page(), patient())).toEqual({ ok: true });
    expect(await light.lamp?.clear(page(), patient())).toEqual({ ok: true });
    await until('both messages', () => heard.length === 2);
    expect(heard).toEqual(['shop/Caisse-2/light {"on":true,"waited":5} 1', 'shop/Caisse-2/light {"on":false} 1']);
  });

  test('a wrong password is named', async () => {
    const { url } = await broker({ login: { name: 'shop', password: 'right' } });
    const light = (password: string) => new MqttPager({ ...settings, url, username: 'shop', password });
    expect(await light('wrong').send(page(), patient())).toMatchObject({ trouble: 'wrong-password' });
    expect(await light('right').send(page(), patient())).toEqual({ ok: true });
  });

  test('TLS: an unknown authority is refused, the store’s own is taken', async () => {
    const secure = await broker({ tls: true });
    const authority = readFileSync(secure.ca, 'utf8');
    expect(await new MqttPager({ ...settings, url: secure.url }).send(page(), patient())).toMatchObject({
      trouble: 'not-trusted',
    });
    expect(await new MqttPager({ ...settings, url: secure.url, authority }).send(page(), patient())).toEqual({ ok: true });
  });

  test('a broker that was killed does not answer', async () => {
    const killed = await broker();
    await killed.down();
    expect(await new MqttPager({ ...settings, url: killed.url }).send(page(), patient())).toMatchObject({
      trouble: 'unreachable',
    });
  });
});

test('a broker that says nothing has its time, and its connection is given back', async () => {
  let open = 0;
  const silent = createServer((socket) => {
    open++;
    socket.on('close', () => open--);
    socket.on('error', () => {});
    socket.resume();
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  undo.push(() => new Promise((resolve) => silent.close(resolve)));
  const url = `mqtt://127.0.0.1:${(silent.address() as { port: number }).port}`;
  expect(await new MqttPager({ ...settings, url }).send(page(), AbortSignal.timeout(300))).toMatchObject({ trouble: 'timeout' });
  await until('the connection is closed', () => open === 0);
});

test('without a message to clear there is no lamp', () => {
  expect(new MqttPager({ ...settings, clearPayload: null, url: 'mqtt://x' }).lamp).toBeNull();
});
