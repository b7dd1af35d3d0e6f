import { describe, expect, it } from 'vitest';
import { kindOf, Offline, type Shelf } from '../../../renderer/staff/worker/offline.ts';

/** Keeps answers by address, like the browser's cache. */
class FakeShelf implements Shelf {
  readonly kept = new Map<string, Response>();
  readonly match = async (address: string) => this.kept.get(address)?.clone();
  readonly put = async (address: string, response: Response) => void this.kept.set(address, response);
  readonly keys = async () => [...this.kept.keys()].map((path) => ({ url: `http://here${path}` }));
  readonly delete = async (address: string) => this.kept.delete(new URL(address).pathname);
}

const pageOf = (version: string) =>
  `<script src="/assets/staff-${version}.js"></script><link href="/assets/staff-${version}.css">`;

describe('what may be kept', () => {
  const at = 'https://store.lan';
  it.each([
    ['GET', '/staff', 'page'],
    ['GET', '/staff?source=pwa', 'page'],
    ['GET', '/theme.css', 'look'],
    ['GET', '/assets/staff-1.js', 'asset'],
    ['GET', '/api/events/staff', 'live'],
    ['POST', '/api/staff/claim', 'live'],
    ['POST', '/staff', 'live'],
    ['GET', '/manager', 'live'],
    ['GET', '/staff-worker.js', 'live'],
  ])('%s %s is %s', (method, path, kind) => {
    expect(kindOf(method, `${at}${path}`, at)).toBe(kind);
  });
  it('is nothing from elsewhere', () => {
    expect(kindOf('GET', 'https://elsewhere/assets/a.js', at)).toBe('live');
  });
});

describe('the page without its station', () => {
  const setUp = () => {
    const shelf = new FakeShelf();
    const network = { up: true, silent: false, version: '1', asked: [] as string[] };
    const fetched = async (address: string) => {
      network.asked.push(address);
      if (!network.up) throw new TypeError('Failed to fetch');
      return network.silent
        ? new Promise<never>(() => {})
        : new Response(address === '/staff' ? pageOf(network.version) : address);
    };
    // Time passes only while nothing is heard.
    const offline = new Offline(shelf, fetched, () => (network.silent ? Promise.resolve() : new Promise<never>(() => {})));
    return { shelf, network, offline };
  };

  it('opens as it was last, with all its scripts', async () => {
    const { network, offline } = setUp();
    await offline.page();
    network.up = false;
    expect(await (await offline.page()).text()).toBe(pageOf('1'));
    expect(await (await offline.asset('/assets/staff-1.js')).text()).toBe('/assets/staff-1.js');
  });

  it('opens as it was last when the network swallows every word', async () => {
    const { network, offline } = setUp();
    await offline.look();
    await offline.page();
    network.silent = true;
    expect(await (await offline.page()).text()).toBe(pageOf('1'));
    expect(await (await offline.look()).text()).toBe('/theme.css');
  });

  it('is the new one as soon as the station has a new one, and the old scripts go', async () => {
    const { shelf, network, offline } = setUp();
    await offline.page();
    await offline.asset('/assets/letters.woff2');
    network.version = '2';
    expect(await (await offline.page()).text()).toBe(pageOf('2'));
    expect([...shelf.kept.keys()].sort()).toEqual([
      '/assets/letters.woff2',
      '/assets/staff-2.css',
      '/assets/staff-2.js',
      '/staff',
    ]);
  });

  it('fails like any page when it was never seen', async () => {
    const { network, offline } = setUp();
    network.up = false;
    await expect(offline.page()).rejects.toThrow('Failed to fetch');
  });
});
