import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { gateways } from '../../electron/cli/doctor-gateways.ts';
import { type ConfigInput, loadConfig } from '../../electron/config.ts';
import { millis } from '../../shared/units.ts';
import { type BrokerOptions, brokerIsThere, TestBroker } from '../support/broker.ts';

/** The doctor at a real broker. */

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function brokerWith(options: BrokerOptions = {}): Promise<TestBroker> {
  const broker = await TestBroker.start(options);
  undo.push(() => broker.remove());
  return broker;
}

const till = { id: 'till', format: 'prevenance-raw', topic: 'raw/till' } as const;
type Broker = NonNullable<ConfigInput['gateways']>[number];
const ask = async (broker: Omit<Broker, 'receivers'>, hearing = 700) => {
  const config = loadConfig(undefined, { gateways: [{ ...broker, receivers: [till] }] });
  const [finding] = await gateways(config.gateways, { broker: millis(1_500), hearing: millis(hearing) });
  return finding;
};
const alive = JSON.stringify({ v: 1, packets: [] });

test('without gateways there is nothing to say', async () => {
  expect(await gateways([])).toEqual([]);
});

describe.skipIf(!brokerIsThere())('the doctor says of a gateway', () => {
  test('that it is heard', async () => {
    const broker = await brokerWith();
    const client = await broker.publisher();
    const speaking = setInterval(() => client.publish(till.topic, alive), 50);
    undo.push(
      () => clearInterval(speaking),
      () => client.endAsync(true),
    );
    expect(await ask({ broker: broker.url }, 10_000)).toMatchObject({ what: 'gateway till', state: 'ok', remedy: null });
  });

  test.each([
    ['nobody publishes', false],
    ['only a retained message lies there: that one is from the past', true],
  ])('that it is silent when %s', async (_, retained) => {
    const broker = await brokerWith();
    if (retained) {
      const client = await broker.publisher();
      await client.publishAsync(till.topic, alive, { retain: true });
      await client.endAsync();
    }
    const finding = await ask({ broker: broker.url });
    expect(finding).toMatchObject({ state: 'failed', needed: true, remedy: expect.stringContaining('aliveTopic') });
    expect(finding?.detail).toMatch(/has not been heard yet; nothing arrives on raw\/till\. \(silent\)$/);
  });

  test('that its broker is away, and does not wait long for it', async () => {
    expect(await ask({ broker: 'mqtt://127.0.0.1:9' }, 60_000)).toMatchObject({
      state: 'failed',
      detail: expect.stringMatching(/ECONNREFUSED.*\(broker-away\)$/),
      remedy: expect.stringContaining('port'),
    });
  });

  test('that the password is wrong, without repeating it', async () => {
    const broker = await brokerWith({ login: { name: 'station', password: 'sésame' } });
    const finding = await ask({ broker: broker.url, username: 'station', password: 'hunter2' }, 10_000);
    expect(finding).toMatchObject({ state: 'failed', remedy: expect.stringContaining('passwordFile') });
    expect(finding?.detail).toContain('(wrong-password)');
    expect(JSON.stringify(finding)).not.toContain('hunter2');
  });

  test('that its broker is not to be trusted: unknown authority, or no TLS at all', async () => {
    const safe = await brokerWith({ tls: true });
    expect((await ask({ broker: safe.url }, 10_000))?.detail).toContain('(not-trusted)');
    const plain = await brokerWith();
    const finding = await ask({ broker: plain.url.replace('mqtt:', 'mqtts:') });
    expect(finding).toMatchObject({ state: 'failed' });
  });

  test('that its messages are of another make', async () => {
    const broker = await brokerWith();
    const client = await broker.publisher();
    const speaking = setInterval(() => client.publish(till.topic, 'hello'), 50);
    undo.push(
      () => clearInterval(speaking),
      () => client.endAsync(true),
    );
    expect(await ask({ broker: broker.url }, 10_000)).toMatchObject({
      state: 'failed',
      detail: expect.stringContaining('(not-readable)'),
      remedy: expect.stringContaining('format'),
    });
  });
});

test('on the command line: the remedy in words, and exit code 1', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prevenance-doctor-gateways-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'config.json');
  writeFileSync(
    file,
    JSON.stringify({ radio: 'none', gateways: [{ broker: 'mqtt://no-such-host.invalid', receivers: [till] }] }),
  );
  const bin = fileURLToPath(new URL('../../electron/cli/bin.mjs', import.meta.url));
  const { stdout, status } = spawnSync(process.execPath, [bin, 'doctor', '--data', folder, '--config', file], {
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/gateway till +failed +.*no-such-host.*\n +→ /);
  expect(stdout).toContain('radio         ok       not asked');
  expect(status).toBe(1);
});
