import { describe, expect, test } from 'vitest';
import { nearAddress } from '../../../devices/printer/near.ts';
import { NetworkPrinter } from '../../../devices/printer/network.ts';

const open = new AbortController().signal;
const leadsTo =
  (...addresses: string[]) =>
  async () =>
    addresses;

describe('a printer is looked for in the store only', () => {
  test.each(['8.8.8.8', '2001:db8::1', '::ffff:8.8.8.8', '0.0.0.0', '100.64.0.1'])('%s is no place for a slip', async (host) => {
    const printer = new NetworkPrinter({ host, port: 9 });
    expect(await printer.print(Uint8Array.of(0x41), open)).toBe('not-here');
    expect(await printer.look(open)).toBe('not-here');
  });

  test.each(['192.168.1.40', '10.0.0.7', '172.20.1.1', '169.254.3.4', 'fd00::40'])('%s is one', async (host) => {
    expect(await nearAddress(host, open)).toEqual({ address: host });
  });

  test('a name counts by where it leads', async () => {
    expect(await nearAddress('printer.example', open, leadsTo('93.184.216.34'))).toBe('far');
    expect(await nearAddress('printer.lan', open, leadsTo('192.168.1.40'))).toEqual({ address: '192.168.1.40' });
    // The address that was found good is the one that is connected to.
    expect(await nearAddress('both.example', open, leadsTo('93.184.216.34', '10.0.0.7'))).toEqual({ address: '10.0.0.7' });
  });

  test('a name that nobody knows, or tells too late, is no printer', async () => {
    expect(await nearAddress('nobody.lan', open, () => Promise.reject(new Error('ENOTFOUND')))).toBe('unknown');
    const visit = new AbortController();
    const waiting = nearAddress('slow.lan', visit.signal, () => new Promise(() => {}));
    visit.abort();
    expect(await waiting).toBe('unknown');
    expect(await nearAddress('slow.lan', visit.signal, () => new Promise(() => {}))).toBe('unknown');
  });
});
