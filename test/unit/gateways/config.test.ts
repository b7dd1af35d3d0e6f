import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../../electron/config.ts';
import { gatewaysFor } from '../../../electron/gateways.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const folder = mkdtempSync(join(tmpdir(), 'prevenance-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const till = { id: 'till', format: 'aprilbrother-v4', topic: 'shop/till' };
const broker = { broker: 'mqtt://192.168.1.5:1883', receivers: [till] };
const load = (gateways: unknown) => {
  const file = join(folder, 'config.json');
  writeFileSync(file, JSON.stringify({ gateways }));
  return loadConfig(file, {});
};

describe('gateways in the configuration', () => {
  it('may be left out', () => {
    expect(loadConfig(undefined, {}).gateways).toEqual([]);
    expect(gatewaysFor([], new VirtualClock())).toBeNull();
  });

  it('are read with their defaults', () => {
    expect(load([broker]).gateways).toEqual([{ ...broker, protocolVersion: 4, receivers: [{ ...till, atKiosk: false }] }]);
  });

  it('may stand on several brokers', () => {
    const other = { broker: 'mqtts://hub.example:8883', username: 'kiosk', receivers: [{ ...till, id: 'yard' }] };
    expect(load([broker, other]).gateways).toHaveLength(2);
  });

  it.each([
    ['an address of another kind', [{ ...broker, broker: 'http://192.168.1.5' }], 'gateways.0.broker'],
    ['no address at all', [{ receivers: [till] }], 'gateways.0.broker'],
    ['a password in the address', [{ ...broker, broker: 'mqtt://me:secret@hub' }], 'gateways.0.broker'],
    ['an unknown setting', [{ ...broker, tls: true }], 'gateways.0.tls'],
    ['an unknown setting of a gateway', [{ ...broker, receivers: [{ ...till, room: 'x' }] }], 'gateways.0.receivers.0.room'],
    ['an unknown format', [{ ...broker, receivers: [{ ...till, format: 'kontakt' }] }], 'gateways.0.receivers.0.format'],
    ['a topic for everything', [{ ...broker, receivers: [{ ...till, topic: '#' }] }], 'gateways.0.receivers.0.topic'],
    ['no topic', [{ ...broker, receivers: [{ id: 'till', format: 'minew' }] }], 'gateways.0.receivers.0.topic'],
    ['a name with spaces', [{ ...broker, receivers: [{ ...till, id: 'my till' }] }], 'gateways.0.receivers.0.id'],
    [
      'the name of the kiosk’s own radio',
      [{ ...broker, receivers: [{ ...till, id: 'kiosk-radio' }] }],
      'gateways.0.receivers.0.id',
    ],
    ['no gateway', [{ ...broker, receivers: [] }], 'gateways.0.receivers'],
    [
      'two topics that match the same',
      [{ ...broker, receivers: [till, { ...till, id: 'b', topic: 'shop/+' }] }],
      'gateways.0.receivers',
    ],
    ['one name twice', [broker, broker], 'gateways'],
    ['two passwords', [{ ...broker, password: 'a', passwordFile: 'b' }], 'gateways.0.passwordFile'],
    ['half a certificate', [{ ...broker, cert: 'a.pem' }], 'gateways.0.key'],
    ['a version that does not exist', [{ ...broker, protocolVersion: 3 }], 'gateways.0.protocolVersion'],
  ])('refuse %s, naming the key', (_, gateways, key) => {
    expect(() => load(gateways)).toThrow(`"${key}"`);
  });

  it('never repeat a password in a complaint', () => {
    expect(() => load([{ ...broker, broker: 'mqtt://me:hunter2@hub', passwordFile: 'x', password: 'hunter3' }])).toThrow(
      expect.objectContaining({ message: expect.not.stringMatching(/hunter/) }),
    );
  });

  it('name the key whose file cannot be read', () => {
    const config = load([{ ...broker, ca: join(folder, 'none.pem') }]);
    expect(() => gatewaysFor(config.gateways, new VirtualClock())).toThrow(/"gateways\.0\.ca".*none\.pem/);
  });
});
