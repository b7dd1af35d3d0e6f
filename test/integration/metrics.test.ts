import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readExposition, type Sample } from '../support/exposition.ts';
import { demoEid, iBeacon, TestStation } from '../support/station.ts';

let house: TestStation;
beforeEach(async () => {
  house = await TestStation.start();
});
afterEach(() => house.remove());

const camille = createHash('sha256').update('prevenance demo beacon camille').digest().subarray(0, 16);

async function scrape(): Promise<{
  text: string;
  samples: Sample[];
  find: (name: string, labels?: object) => number | undefined;
}> {
  const response = await fetch(`${house.station.origin}/metrics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await response.text();
  const samples = readExposition(text);
  const find = (name: string, labels: object = {}) =>
    samples.find((sample) => sample.name === name && JSON.stringify(sample.labels) === JSON.stringify(labels))?.value;
  return { text, samples, find };
}

/** A customer walks up, calls, is helped by Léa and leaves; a stranger passes. */
async function visit(): Promise<void> {
  house.hear(() => demoEid(camille, house.clock), -55, 4_000);
  house.hear(() => iBeacon(4242), -50, 1_000);
  const [kiosk, lea] = [house.visitor(), house.visitor()];
  await lea.call('auth/employee-login', { code: 'lea', pin: '1234' });
  await lea.call('staff/duty', { onDuty: true });
  const { call } = await kiosk.call('kiosk/call', { commandId: 'c1', reason: 'asked', language: 'en' });
  const command = { callId: call.id, epoch: 1 };
  house.clock.advance(3_000);
  await lea.call('staff/claim', { ...command, commandId: 's1' });
  house.clock.advance(20_000);
  await lea.call('staff/arrive', { ...command, commandId: 's2' });
  expect((await scrape()).find('prevenance_open_calls')).toBe(1);
  await lea.call('staff/resolve', { ...command, commandId: 's3', outcome: 'helped', helpNeeded: true });
  house.clock.advance(60_000);
}

test('the page can be read by Prometheus and tells what happened', async () => {
  const before = await scrape();
  expect(before.find('prevenance_radio_state', { state: 'listening' })).toBe(1);
  expect(before.find('prevenance_radio_state', { state: 'silent' })).toBe(0);
  expect(before.find('prevenance_radio_restarts_total')).toBe(0);
  expect(before.find('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
  await visit();
  const { find, samples } = await scrape();
  expect(find('prevenance_advertisements_total', { receiver: 'kiosk-radio' })).toBe(25);
  expect(find('prevenance_zone_events_total', { zone: 'entrance-kiosk', event: 'enter' })).toBe(1);
  expect(find('prevenance_zone_events_total', { zone: 'entrance-kiosk', event: 'leave' })).toBe(1);
  expect(find('prevenance_open_calls')).toBe(0);
  expect(find('prevenance_calls_closed_total', { outcome: 'resolved' })).toBe(1);
  expect(find('prevenance_call_seconds_sum', { step: 'claim' })).toBe(3);
  expect(find('prevenance_call_seconds_sum', { step: 'arrival' })).toBe(23);
  expect(find('prevenance_call_seconds_count', { step: 'close' })).toBe(1);
  expect(find('prevenance_staff_pages')).toBe(0);
  expect(samples.some(({ name, labels }) => name === 'prevenance_build_info' && labels.version !== '')).toBe(true);
  await new Promise((next) => setTimeout(next, 50));
  const lag = (await scrape()).find('prevenance_event_loop_lag_seconds', { quantile: '0.99' });
  expect(lag).toBeGreaterThanOrEqual(0);
  expect(lag).toBeLessThan(60);
});

test('nothing in it leads to a person, and crowds do not make it longer', async () => {
  await visit();
  const few = await scrape();
  for (let i = 0; i < 500; i++) house.air.send(iBeacon(i), -60 - (i % 30));
  const many = await scrape();
  expect(many.find('prevenance_advertisements_total', { receiver: 'kiosk-radio' })).toBe(525);
  expect(many.samples.length).toBe(few.samples.length);
  // Which labels there may be, and that their values are short names: no identifier of a beacon, a visit, a call or a person fits.
  const allowed = ['receiver', 'zone', 'event', 'state', 'reason', 'step', 'le', 'outcome', 'quantile', 'version', 'node'];
  for (const { labels } of many.samples) for (const name of Object.keys(labels)) expect(allowed).toContain(name);
  const eid = Buffer.from(demoEid(camille, house.clock)).toString('hex').slice(-16);
  for (const secret of ['f7826da6', '4c1122334455', 'eid:', 'amille', 'Léa', 'lea', eid])
    expect(many.text.replaceAll('leave', '').replaceAll('release', '')).not.toContain(secret);
  // The stranger's number, and not four digits of a measured time.
  expect(many.text).not.toMatch(/(?<![\d.])4242(?!\d)/);
  expect(many.text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
});

test('only who calls this machine by its own name is answered', async () => {
  const url = new URL(`${house.station.origin}/metrics`);
  const status = await new Promise((resolve, reject) => {
    request(url, { headers: { host: 'metrics.example:80' } }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
  expect((await fetch(url, { method: 'POST' })).status).not.toBe(200);
});

test.each([
  ['no help', 'a_total 1\n'],
  ['no end', '# HELP a_total x\n# TYPE a_total counter\na_total 1'],
  ['a counter without its ending', '# HELP a x\n# TYPE a counter\na 1\n'],
  ['a sample twice', '# HELP a x\n# TYPE a gauge\na{b="1"} 1\na{b="1"} 2\n'],
  ['a label that does not end', '# HELP a x\n# TYPE a gauge\na{b="1} 1\n'],
  ['words for a number', '# HELP a x\n# TYPE a gauge\na one\n'],
  ['buckets that shrink', '# HELP a x\n# TYPE a histogram\na_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n'],
])('the reader of this test refuses %s', (_, page) => {
  expect(() => readExposition(page)).toThrow();
});
