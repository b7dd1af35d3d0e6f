import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../electron/store/database.ts';
import { consentTexts, currentText } from '../../shared/consent/texts.ts';
import { defaultEmpathySettings } from '../../shared/empathy/settings.ts';
import { demoEid, TestStation, type Visitor } from '../support/station.ts';

let house: TestStation;
let kiosk: Visitor;
let commands = 0;
beforeEach(async () => {
  house = await TestStation.start();
  kiosk = house.visitor();
  await kiosk.call('kiosk/touch', { language: 'en' });
});
afterEach(() => house.remove());

const camille = createHash('sha256').update('prevenance demo beacon camille').digest().subarray(0, 16);
const visit = async () => (await kiosk.look('kiosk')).visit;
const search = async (query: string) => {
  await kiosk.call('kiosk/search', { query, category: null });
  house.clock.advance(2_000);
};
const ask = (question: string) => kiosk.call('kiosk/ask', { question });
const next = () => {
  commands += 1;
  return `e${commands}`;
};
const camera = (version = currentText('camera').version) => {
  const text = consentTexts.find((one) => one.version === version);
  return { version, language: 'en' as const, text: text?.en ?? '' };
};
const allow = (version?: string) => kiosk.call('kiosk/consent', { purpose: 'camera', decision: 'given', shown: camera(version) });

describe('how the screen is touched', () => {
  const rage = () => kiosk.call('kiosk/touch-signal', { kind: 'rage-taps' });
  const refused = { status: 403, body: { code: 'no-consent' } };

  test('is refused without the consent, and again once it is withdrawn', async () => {
    await expect(rage()).rejects.toMatchObject(refused);
    await allow();
    await expect(rage()).resolves.toEqual({ ok: true });
    await kiosk.call('kiosk/withdraw', { purpose: 'camera' });
    await expect(rage()).rejects.toMatchObject(refused);
  });

  test('is not covered by the first camera text, which did not speak of it', async () => {
    await allow('camera-1');
    await expect(rage()).rejects.toMatchObject(refused);
    await expect(kiosk.call('kiosk/expression', { negative: 0, usableFrames: 20, faces: 1 })).resolves.toEqual({ ok: true });
  });

  test('proposes a person, and changes no screen, calls nobody and leaves no byte', async () => {
    await allow();
    for (let i = 0; i < 20; i += 1) {
      await rage();
      await kiosk.call('kiosk/touch-signal', { kind: 'dead-tap' });
      house.clock.advance(1_000);
    }
    expect(await visit()).toMatchObject({ simple: false, call: null });
    expect((await visit())?.proposal?.because[0]?.code).toBe('rage-taps');
    await house.halt();
    const disk = readdirSync(house.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
      .join('\n');
    expect(disk).not.toMatch(/rage-taps|dead-tap/);
  });
});

describe('the levels', () => {
  test('two failures make the screens simple; the third proposes a person and says why', async () => {
    await search('caviar');
    expect(await visit()).toMatchObject({ simple: false, proposal: null });
    await search('truffes');
    expect(await visit()).toMatchObject({ simple: true, proposal: null });
    await search('homard');
    expect((await visit())?.proposal?.because).toEqual([
      { code: 'repeated-failure', times: 3 },
      { code: 'search-empty', times: 3 },
    ]);
  });

  test('nearly the same words count as a repetition when they lead nowhere, and not when they do', async () => {
    await search('cavair');
    await search('caviar');
    await ask('avez-vous des perruches vertes');
    await ask('des perruches vertes ?');
    const codes = (await visit())?.proposal?.because.map(({ code }) => code);
    expect(codes).toContain('search-repeated');
    await search('lait');
    await search('laits');
    expect((await visit())?.call).toBeNull();
  });

  test('"I am fine" takes the proposal away, and it stays away', async () => {
    await search('j’abandonne');
    expect((await visit())?.proposal).not.toBeNull();
    await kiosk.call('kiosk/proposal-dismiss', {});
    house.clock.advance(40_000);
    await kiosk.call('kiosk/touch', { language: 'en' });
    house.clock.advance(60_000);
    await kiosk.call('kiosk/touch', { language: 'en' });
    await search('j’abandonne');
    expect(await visit()).toMatchObject({ proposal: null, call: null });
  });

  test('a proposal nobody answers becomes a call when things get much worse, and the shopper can cancel it', async () => {
    await search('j’abandonne');
    house.clock.advance(10_000);
    for (let i = 0; i < 2; i += 1) await kiosk.call('kiosk/signal', { kind: 'error' });
    const call = (await visit())?.call;
    expect(call).toMatchObject({ reason: 'difficulty', state: expect.stringMatching(/raised|notified/) });
    await kiosk.call('kiosk/call-cancel', { commandId: next(), callId: call?.id ?? '' });
    expect((await visit())?.call?.progress).toBe('cancelled');
  });

  test('no offer is chosen for somebody who is recognised in the middle of trouble', async () => {
    await search('caviar');
    await search('truffes');
    house.hear(() => demoEid(camille, house.clock), -55, 6_000);
    expect(await visit()).toMatchObject({ recognised: true, simple: true, offer: null });
  });
});

describe('what the manager sets', () => {
  let manager: Visitor;
  beforeEach(async () => {
    manager = house.visitor();
    await manager.call('auth/manager-login', { password: 'demo-manager' });
  });
  const settings = (change: Partial<typeof defaultEmpathySettings>) => ({ ...defaultEmpathySettings, ...change });

  test('counts at once, is kept as a version, and is not saved over another', async () => {
    await manager.call('manager/empathy-save', { settings: settings({ watchFrom: 0.1 }), from: 0 });
    await search('caviar');
    expect((await visit())?.simple).toBe(true);
    const late = manager.call('manager/empathy-save', { settings: settings({}), from: 0 });
    await expect(late).rejects.toMatchObject({ body: { code: 'changed-meanwhile' } });
    const { current, history } = await manager.call('manager/empathy', {});
    expect(current).toMatchObject({ version: 1, settings: { watchFrom: 0.1 } });
    expect(history).toHaveLength(1);
  });

  test.each([
    ['a weight over its bound', { evidence: { ...defaultEmpathySettings.evidence, face: { weight: 3, halfLifeMs: 10_000 } } }],
    ['a person called before one is proposed', { proposeFrom: 0.8, callFrom: 0.75 }],
    ['a threshold near nothing', { proposeFrom: 0.05 }],
  ])('%s is refused', async (_what, change) => {
    const wrong = { ...defaultEmpathySettings, ...change } as typeof defaultEmpathySettings;
    await expect(manager.call('manager/empathy-save', { settings: wrong as never, from: 0 })).rejects.toMatchObject({
      status: 422,
    });
  });

  test('employees’ answers become samples about nobody', async () => {
    const lea = house.visitor();
    await lea.call('auth/employee-login', { code: 'lea', pin: '1234' });
    await lea.call('staff/duty', { onDuty: true });
    await search('caviar');
    const { call } = await kiosk.call('kiosk/call', { commandId: next(), reason: 'asked', language: 'en' });
    const command = () => ({ callId: call.id, epoch: 1, commandId: next() });
    await lea.call('staff/claim', command());
    await lea.call('staff/arrive', command());
    expect((await manager.call('manager/empathy', {})).samples).toEqual([]);
    await lea.call('staff/resolve', { ...command(), outcome: 'helped', helpNeeded: true });
    expect((await manager.call('manager/empathy', {})).samples).toEqual([{ estimate: expect.closeTo(0.12, 1), needed: true }]);

    // Answers to an estimate made otherwise say nothing about this one.
    const { evidence } = defaultEmpathySettings;
    const other = settings({ evidence: { ...evidence, error: { ...evidence.error, weight: 2 } } });
    await manager.call('manager/empathy-save', { settings: other, from: 0 });
    expect((await manager.call('manager/empathy', {})).samples).toEqual([]);
    await manager.call('manager/empathy-save', { settings: settings({ watchFrom: 0.15 }), from: 1 });
    expect((await manager.call('manager/empathy', {})).samples).toHaveLength(1);

    await house.halt();
    const db = openDatabase(join(house.folder, 'store.db'));
    const [row] = db.prepare('SELECT * FROM empathy_sample').all() as Record<string, unknown>[];
    expect(row).toMatchObject({ kinds: '["search-empty"]', needed: 1, month: expect.stringMatching(/^\d{4}-\d\d$/) });
    expect(Object.keys(row ?? {}).sort()).toEqual(['estimate', 'id', 'kinds', 'month', 'needed', 'settings_version']);
    db.close();
  });

  test('a call without an answer is no sample', async () => {
    const { call } = await kiosk.call('kiosk/call', { commandId: next(), reason: 'asked', language: 'en' });
    await kiosk.call('kiosk/call-cancel', { commandId: next(), callId: call.id });
    expect((await manager.call('manager/empathy', {})).samples).toEqual([]);
  });
});
