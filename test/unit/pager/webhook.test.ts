import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Webhook } from '../../../devices/pager/webhook.ts';
import { epochMs } from '../../../shared/units.ts';
import { makeCertificate } from '../../support/broker.ts';
import { Receiver } from '../../support/receiver.ts';
import { page } from './page.ts';

const certificates = mkdtempSync(join(tmpdir(), 'prevenance-pager-'));
beforeAll(() => makeCertificate(certificates));
afterAll(() => rmSync(certificates, { recursive: true, force: true }));

let receiver: Receiver;
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(() => receiver.stop());

const at = epochMs(1_800_000_000_500);
const hook = (url: string, over: { secret?: string | null; authority?: string } = {}) =>
  new Webhook({ id: 'w', url, secret: 'topsecret', wall: () => at, ...over });
/** A real deadline: these receivers never let a request end by themselves. */
const soon = () => AbortSignal.timeout(400);
const patient = () => AbortSignal.timeout(10_000);

test('a page is posted as signed JSON with nothing of a customer in it', async () => {
  expect(await hook(receiver.url).send(page(), patient())).toEqual({ ok: true });
  const [got] = receiver.received;
  if (got === undefined) throw new Error('nothing arrived');
  const { headers, body } = got;
  expect(JSON.parse(body.toString())).toEqual({
    type: 'call',
    id: 'call-1/1/available',
    text: 'Caisse 2 · http://127.0.0.1:7410/staff#call-1',
    call: 'call-1',
    epoch: 1,
    level: 'available',
    place: 'Caisse 2',
    reasons: ['asked'],
    language: 'fr',
    waitedSeconds: 5,
    link: 'http://127.0.0.1:7410/staff#call-1',
  });
  // As docs/pager.md tells receivers to check it.
  const { t, v1 } = Object.fromEntries(
    String(headers['prevenance-signature'])
      .split(',')
      .map((part) => part.split('=')),
  );
  expect(t).toBe('1800000000');
  expect(v1).toBe(createHmac('sha256', 'topsecret').update(`${t}.`).update(body).digest('hex'));
  expect(headers['idempotency-key']).toBe('call-1/1/available');
});

test('without a secret nothing pretends to be signed', async () => {
  await hook(receiver.url, { secret: null }).send(page(), patient());
  expect(receiver.received[0]?.headers['prevenance-signature']).toBeUndefined();
});

test.each([
  ['fail', 'server-error'],
  [{ status: 404 }, 'refused'],
  ['reset', 'unreachable'],
  ['hang', 'timeout'],
  ['drip', 'timeout'],
] as const)('a receiver that answers with %j has failed: %s', async (manner, trouble) => {
  receiver.manner = manner;
  expect(await hook(receiver.url).send(page(), soon())).toMatchObject({ ok: false, trouble });
});

test('a redirect is not followed, to this host or another', async () => {
  const elsewhere = await Receiver.start();
  receiver.manner = { status: 307, location: elsewhere.url };
  const result = await hook(receiver.url).send(page(), patient());
  expect(result).toMatchObject({ ok: false, trouble: 'redirected' });
  expect(elsewhere.received).toEqual([]);
  await elsewhere.stop();
});

test('an endless answer is taken at its first line, and the line is cut', async () => {
  receiver.manner = 'flood';
  expect(await hook(receiver.url).send(page(), patient())).toEqual({ ok: true });
  for (let i = 0; i < 200 && receiver.connections > 0; i++) await new Promise((next) => setTimeout(next, 10));
  expect(receiver.connections).toBe(0);
});

test('nobody there, and no such name', async () => {
  const { url } = receiver;
  await receiver.stop();
  expect(await hook(url).send(page(), patient())).toMatchObject({ trouble: 'unreachable' });
  expect(await hook('http://no-such-machine.invalid/x').send(page(), patient())).toMatchObject({ trouble: 'host-unknown' });
  receiver = await Receiver.start();
});

test('a certificate by an unknown authority is refused; by one the manager gave it is taken, for that name only', async () => {
  const secure = await Receiver.start(certificates);
  const authority = readFileSync(join(certificates, 'ca.pem'), 'utf8');
  expect(await hook(secure.url).send(page(), patient())).toMatchObject({ trouble: 'not-trusted' });
  expect(await hook(secure.url, { authority }).send(page(), patient())).toEqual({ ok: true });
  const otherName = secure.url.replace('localhost', '127.0.0.1');
  expect(await hook(otherName, { authority }).send(page(), patient())).toMatchObject({ trouble: 'not-trusted' });
  expect(secure.received).toHaveLength(1);
  await secure.stop();
});

test('no word of a failure gives away the path of an address, which may be the key to it', async () => {
  receiver.manner = 'fail';
  const result = await hook(`${receiver.url}/services/T0/secret-token`).send(page(), patient());
  expect(JSON.stringify(result)).not.toContain('secret-token');
});
