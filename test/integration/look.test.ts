import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KioskSnapshot, LookSettings } from '../../shared/contract/index.ts';
import { sampleLooks } from '../../shared/look/samples.ts';
import { TestStation, type Visitor } from '../support/station.ts';

/** The store's look, from the manager's choice to the style sheet that pages paint with; and the hours the first scene tells. */

let house: TestStation;
let manager: Visitor;
const bakery: LookSettings = { ...sampleLooks.bakery, logo: null, dimAfterMinutes: 5 };
const grey: LookSettings = { ...bakery, colours: { ...bakery.colours, ink: '#999999' } };

const get = (path: string) => fetch(`${house.station.origin}${path}`);
const kiosk = (): Promise<KioskSnapshot> => house.visitor().look('kiosk');

beforeEach(async () => {
  house = await TestStation.start();
  manager = house.visitor();
  await manager.call('auth/manager-login', { password: 'demo-manager' });
});
afterEach(() => house.remove());

describe('the look', () => {
  test('begins as the house’s own, and the kiosk needs nothing else', async () => {
    const { versions, draft } = await manager.call('manager/look', {});
    expect(versions.map(({ version }) => version)).toEqual([0]);
    expect(draft).toBeNull();
    expect(await (await get('/theme.css')).text()).toBe(':root{--look:0}\n');
  });

  test('is published: the kiosk is told, and paints in it before it has a script', async () => {
    const { version } = await manager.call('manager/look-publish', bakery);
    expect((await kiosk()).look).toEqual({ version, logo: null, dimAfterMinutes: 5 });
    const now = await get('/theme.css');
    expect(now.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(now.headers.get('cache-control')).toBe('no-cache');
    expect(now.headers.get('content-security-policy')).toContain("default-src 'none'");
    const css = await now.text();
    expect(css).toContain('--pine: #7a2331;');
    const own = await get(`/theme-${version}.css`);
    expect(own.headers.get('cache-control')).toContain('immutable');
    expect(await own.text()).toBe(css);
    expect((await get('/theme-99.css')).status).toBe(404);
  });

  test('that cannot be read is kept as a draft and not published', async () => {
    await manager.call('manager/look-draft', grey);
    await expect(manager.call('manager/look-publish', grey)).rejects.toMatchObject({ body: { code: 'contrast' } });
    const { versions, draft } = await manager.call('manager/look', {});
    expect(versions).toHaveLength(1);
    expect(draft?.value).toEqual(grey);
    await manager.call('manager/look-draft-drop', {});
    expect((await manager.call('manager/look', {})).draft).toBeNull();
  });

  test('goes back to any version, and outlives a restart', async () => {
    await manager.call('manager/look-publish', bakery);
    await manager.call('manager/look-publish', { ...bakery, corners: 'square' });
    const { versions } = await manager.call('manager/look', {});
    expect(versions.map(({ version, value }) => [version, value.corners])).toEqual([
      [2, 'square'],
      [1, 'round'],
      [0, 'soft'],
    ]);
    await manager.call('manager/look-publish', versions[1]?.value ?? bakery);
    await house.halt();
    await house.boot();
    expect((await kiosk()).look.version).toBe(3);
    expect(await (await get('/theme.css')).text()).toContain('--roundness: 1.6;');
  });

  test('is the manager’s alone', async () => {
    for (const route of ['manager/look-publish', 'manager/look-draft'] as const)
      await expect(house.visitor().call(route, bakery)).rejects.toMatchObject({ status: 401 });
  });

  test('has a logo that holds a drawing and nothing else', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><!-- by Someone --><path d="M0 0h4v4z"/></svg>';
    const { logo } = await manager.call('manager/look-logo-save', new TextEncoder().encode(drawing));
    const served = await get(`/${logo}`);
    expect(served.headers.get('content-type')).toBe('image/svg+xml');
    expect(await served.text()).not.toContain('Someone');
    await manager.call('manager/look-publish', { ...bakery, logo });
    expect((await kiosk()).look.logo).toBe(logo);
    const save = (text: string) => manager.call('manager/look-logo-save', new TextEncoder().encode(text));
    await expect(save('<svg><script>1</script></svg>')).rejects.toMatchObject({ body: { code: 'logo-tells' } });
    await expect(save('hello')).rejects.toMatchObject({ body: { code: 'unknown-logo' } });
    await expect(save(`<svg>${' '.repeat(300_000)}</svg>`)).rejects.toMatchObject({ body: { code: 'logo-too-large' } });
    await expect(
      manager.call('manager/look-publish', { ...bakery, logo: 'theme-logo-0123456789abcdef.svg' }),
    ).rejects.toMatchObject({
      body: { code: 'no-such-logo' },
    });
  });
});

describe('the hours on the first scene', () => {
  const opening = async () => (await kiosk()).store.opening;
  /** The station's clock begins on Monday 23 November 2026 at 11:00 in Paris. */
  const hours = (n: number) => {
    house.clock.jump(n * 3_600_000);
    house.clock.advance(10_000);
  };

  test('follow the clock through closing time, midnight and a closed Sunday, without a reload', async () => {
    const seen: string[] = [];
    const stop = await house.visitor().watch('kiosk', ({ store }) => {
      const { opening: now } = store;
      const said = `${now.kind}${now.kind === 'open' ? ` ${now.closesInMinutes ?? ''}` : now.kind === 'opens-later' ? ` ${now.inDays}` : ''}`;
      if (seen.at(-1) !== said) seen.push(said);
    });
    const until = async (said: string) => {
      for (let i = 0; i < 200 && seen.at(-1) !== said; i += 1) {
        await new Promise((done) => setTimeout(done, 5));
      }
      expect(seen.at(-1)).toBe(said);
    };
    await until('open ');
    hours(8 + 10 / 60);
    await until('open 20');
    hours(20 / 60);
    await until('opens-later 1');
    hours(4.5);
    await until('opens-today');
    stop();
    hours(24 * 5 + 10);
    expect(await opening()).toMatchObject({ kind: 'opens-later', inDays: 1 });
  });

  test('know the days that do not follow the week', async () => {
    await manager.call('manager/special-days-save', {
      days: [
        { date: '2026-11-23', hours: null },
        { date: '2026-11-24', hours: null },
        { date: '2026-11-25', hours: { opens: '10:00', closes: '12:00' } },
      ],
    });
    expect(await opening()).toEqual({ kind: 'opens-later', date: '2026-11-25', opens: '10:00', inDays: 2 });
    hours(48);
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    expect(await opening()).toMatchObject({ kind: 'open', closes: '12:00' });
    expect((await manager.call('manager/special-days', {})).days.map(({ date }) => date)).toEqual(['2026-11-25']);
    await expect(
      manager.call('manager/special-days-save', { days: [{ date: '2026-11-26', hours: { opens: '10:00', closes: '09:00' } }] }),
    ).rejects.toMatchObject({ status: 422 });
  });
});
