import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyAudit } from '../../electron/audit-verify.ts';
import { leavesRecord, subjectOf } from '../../electron/server/audited.ts';
import { type Input, type RouteName, routes, unaudited } from '../../shared/contract/index.ts';
import { TestStation, type Visitor } from '../support/station.ts';

let house: TestStation;
let manager: Visitor;
beforeEach(async () => {
  house = await TestStation.start();
  manager = house.visitor();
  await manager.call('auth/manager-login', { password: 'demo-manager' });
});
afterEach(() => house.remove());

const everything: Input<'manager/audit'> = { before: null, actor: null, refusedOnly: false };
const log = async (filter: Partial<Input<'manager/audit'>> = {}) =>
  (await manager.call('manager/audit', { ...everything, ...filter })).items;
const deeds = async () => (await log()).map(({ actor, action, subject, outcome }) => `${actor} ${action} ${subject} ${outcome}`);
const path = () => join(house.folder, 'store.db');

/** Changes the stopped store's database as somebody with the file in their hands would: triggers and all. */
function tamper(sql: string): void {
  const db = new Sqlite(path());
  db.exec('DROP TRIGGER audit_is_append_only; DROP TRIGGER audit_is_kept;');
  db.exec(sql);
  db.close();
}

describe('what is recorded', () => {
  test('who did what, on which device, to what, and what became of it', async () => {
    const lea = house.visitor();
    await lea.call('auth/employee-login', { code: 'LEA', pin: '1234' });
    await lea.call('staff/duty', { onDuty: true });
    await lea.call('auth/logout', { page: 'staff' });
    await lea.call('auth/employee-login', { code: 'karim', pin: '0000' }).catch(() => null);
    await lea.call('auth/employee-login', { code: 'ghost', pin: '0000' }).catch(() => null);
    await lea.call('manager/store', {}).catch(() => null);
    const { items } = await manager.call('manager/zones', {});
    const zone = items[0]?.value;
    if (zone === undefined) throw new Error('the demo store has zones');
    await manager.call('manager/zone-save', zone);
    expect((await deeds()).reverse()).toEqual([
      'station station/start null ok',
      'manager auth/manager-login null ok',
      'employee:lea auth/employee-login lea ok',
      'employee:lea staff/duty null ok',
      'employee:lea auth/logout null ok',
      'nobody auth/employee-login karim wrong-login',
      'nobody auth/employee-login null wrong-login',
      'nobody manager/store null not-allowed',
      `manager manager/zone-save ${zone.id} ok`,
    ]);
    expect((await log({ actor: 'employee:lea' })).length).toBe(3);
    expect((await log({ refusedOnly: true })).map(({ outcome }) => outcome)).toEqual([
      'not-allowed',
      'wrong-login',
      'wrong-login',
    ]);
  });

  test('no PIN, password, name or shopper, whatever is typed where', async () => {
    const lea = house.visitor();
    await lea.call('auth/employee-login', { code: 'hunter2-in-the-wrong-field', pin: '4711' }).catch(() => null);
    await lea.call('auth/manager-login', { password: 'correct horse battery' }).catch(() => null);
    await lea.call('auth/enrol', { code: 'SECRET-CODE' }).catch(() => null);
    await lea.call('kiosk/touch', { language: 'fr' });
    await lea.call('kiosk/search', { query: 'lessive', category: null });
    await lea.call('kiosk/call', { commandId: 'c1', reason: 'asked', language: 'fr' });
    await manager.call('manager/employee-save', {
      id: 'nina',
      code: 'NINA',
      name: 'Nina Secrète',
      manager: false,
      active: true,
      pin: '8642',
      badge: 'BADGE-0042',
    });
    const text = JSON.stringify(await log());
    expect(text).toContain('nina');
    for (const secret of ['hunter2', '4711', 'horse', 'SECRET', 'lessive', 'kiosk/', 'Secrète', '8642', '0042'])
      expect(text, secret).not.toContain(secret);
  });

  test('a refused stream, a foreign page and a foreign name; not who merely looked at a page', async () => {
    await fetch(`${house.station.origin}/api/events/staff`);
    await fetch(`${house.station.origin}/api/manager/store-save`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    });
    await new Promise<void>((resolve) => {
      const { port } = new URL(house.station.origin);
      request({ port, path: '/api/auth/logout', method: 'POST', headers: { host: 'evil.example' } }, (response) => {
        expect(response.statusCode).toBe(403);
        response.resume().on('end', resolve);
      }).end();
    });
    await fetch(`${house.station.origin}/api/health`);
    expect((await deeds()).slice(0, 3).reverse()).toEqual([
      'nobody events/staff null not-allowed',
      'nobody manager/store-save null cross-site',
      'nobody auth/logout null wrong-host',
    ]);
  });

  test('a flood of refusals is counted, not written out', async () => {
    for (let i = 0; i < 100; i += 1) await fetch(`${house.station.origin}/api/events/manager`);
    house.clock.advance(60_000);
    const flood = (await log()).filter(({ action }) => action === 'events/manager');
    expect(flood.length).toBe(61);
    expect(flood.reduce((sum, { count }) => sum + count, 0)).toBe(100);
  });

  test('every route but those that say why not, and those never that are a shopper’s', () => {
    for (const name of Object.keys(routes) as RouteName[]) {
      const expected = routes[name].role !== 'kiosk' && unaudited[name] === undefined;
      expect(leavesRecord(name, 'ok'), name).toBe(expected);
    }
    expect(leavesRecord('kiosk/search', 'invalid')).toBe(false);
    expect(leavesRecord('kiosk/search', 'not-allowed')).toBe(true);
    for (const reason of Object.values(unaudited)) expect(reason.length).toBeGreaterThan(10);
    expect(subjectOf({ customerId: 'camille', commandId: 'x', visitId: 'v', name: 'n', callId: 'call-1' })).toBe('call-1');
    expect(subjectOf({ id: 'not an identifier' })).toBeNull();
  });

  test('a full disk stops no call, and the records come later', async () => {
    const lea = house.visitor();
    await lea.call('auth/employee-login', { code: 'LEA', pin: '1234' });
    await lea.call('staff/duty', { onDuty: true });
    const { call } = await house.visitor().call('kiosk/call', { commandId: 'c1', reason: 'asked', language: 'fr' });
    // As a full disk does, but for the log alone: whatever else the disk refuses is tested elsewhere.
    const other = new Sqlite(path());
    other.exec("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE (ABORT, 'database or disk is full'); END;");
    const command = { commandId: 'c2', callId: call.id, epoch: 1 };
    expect(await lea.call('staff/claim', command)).toMatchObject({ result: 'claimed' });
    expect(await deeds()).not.toContain(`employee:lea staff/claim ${call.id} ok`);
    other.exec('DROP TRIGGER full');
    other.close();
    house.clock.advance(5_000);
    expect(await deeds()).toContain(`employee:lea staff/claim ${call.id} ok`);
  });
});

describe('the log cannot be bent', () => {
  test('the database itself refuses changes and deletions', () => {
    const db = new Sqlite(path());
    expect(() => db.exec("UPDATE audit SET record = '{}'")).toThrow(/never changed/);
    expect(() => db.exec('DELETE FROM audit')).toThrow(/never deleted/);
    db.close();
  });

  test('a sound one is whole, while the station runs and after', async () => {
    await manager.call('manager/device-invite', { name: 'A' });
    await deeds();
    expect(verifyAudit(house.folder)).toEqual({ ok: true, from: 1, to: 3 });
    await house.halt();
    expect(verifyAudit(house.folder)).toMatchObject({ ok: true });
  });

  test.each([
    ['a changed outcome', 'UPDATE audit SET record = replace(record, \'"ok"\', \'"no"\') WHERE seq = 2', 2, 'changed'],
    ['a removed record', 'DELETE FROM audit WHERE seq = 2', 2, 'missing'],
    ['a record that is none', 'UPDATE audit SET record = \'{"seq":3}\' WHERE seq = 3', 3, 'unreadable'],
    ['a cut tail', 'DELETE FROM audit WHERE seq > 2', 3, 'cut'],
    ['all of it gone', 'DELETE FROM audit', 1, 'cut'],
    ['a false beginning', "DELETE FROM audit WHERE seq = 1; INSERT INTO audit_start VALUES (1, 1, 'x', 'y')", 1, 'forged'],
  ])('%s is found', async (_name, sql, badSeq, problem) => {
    for (const name of ['A', 'B']) await manager.call('manager/device-invite', { name });
    await deeds();
    await house.halt();
    tamper(sql);
    expect(verifyAudit(house.folder)).toMatchObject({ ok: false, badSeq, problem });
  });

  test('a damaged database is refused in words', async () => {
    await house.halt();
    writeFileSync(path(), readFileSync(path()).fill(0x5a, 4_096));
    expect(() => verifyAudit(house.folder)).toThrow(expect.objectContaining({ code: 'chain-unreadable' }));
  });

  test('an older copy put back in its place is found by the noted end, and by an export', async () => {
    await house.halt();
    const copy = `${house.folder}-copy`;
    cpSync(house.folder, copy, { recursive: true });
    await house.boot();
    manager = house.visitor();
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    await manager.call('manager/device-invite', { name: 'A' });
    const { lines, head, next } = await manager.call('manager/audit-export', { after: 0 });
    expect(next).toBeNull();
    const exported = `${house.folder}.ndjson`;
    writeFileSync(exported, [...lines, JSON.stringify({ head })].map((line) => `${line}\n`).join(''));
    await house.halt();
    expect(verifyAudit(house.folder, exported)).toMatchObject({ ok: true });
    cpSync(join(copy, 'store.db'), path());
    for (const more of ['-wal', '-shm']) rmSync(path() + more, { force: true });
    expect(verifyAudit(house.folder)).toMatchObject({ ok: false, problem: 'cut', what: 'audit.head' });
    cpSync(join(copy, 'audit.head'), join(house.folder, 'audit.head'));
    expect(verifyAudit(house.folder)).toMatchObject({ ok: true });
    expect(verifyAudit(house.folder, exported)).toMatchObject({ ok: false, problem: 'cut', what: 'the export' });
    rmSync(copy, { recursive: true });
    rmSync(exported);
  });

  test.each([
    ['a changed record', (lines: string[]) => lines.with(1, lines[1]!.replace('"ok"', '"no"')), 2, 'changed'],
    ['a record left out', (lines: string[]) => lines.toSpliced(1, 1), 2, 'missing'],
    ['the first one left out', (lines: string[]) => lines.slice(1), 1, 'missing'],
    ['the last one left out', (lines: string[]) => lines.slice(0, -1), 4, 'cut'],
  ])('an export with %s is found', async (_name, bend, badSeq, problem) => {
    for (const name of ['A', 'B']) await manager.call('manager/device-invite', { name });
    // Records are written after their answers.
    await deeds();
    const { lines, head } = await manager.call('manager/audit-export', { after: 0 });
    const exported = `${house.folder}.ndjson`;
    const written = (kept: readonly string[]) => writeFileSync(exported, [...kept, JSON.stringify({ head })].join('\n'));
    written(lines);
    expect(verifyAudit(house.folder, exported)).toMatchObject({ ok: true });
    written(bend(lines));
    expect(verifyAudit(house.folder, exported)).toMatchObject({ ok: false, badSeq, problem, what: 'the export' });
    rmSync(exported);
  });

  test('after a year records go, behind a signed beginning, and the rest is whole', async () => {
    const before = verifyAudit(house.folder);
    expect(before).toMatchObject({ ok: true, from: 1 });
    house.clock.jump(366 * 24 * 3_600_000);
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    await deeds();
    house.clock.advance(600_000);
    const after = verifyAudit(house.folder);
    expect(after).toMatchObject({ ok: true, from: 3 });
    expect((await manager.call('manager/audit', everything)).items.every(({ seq }) => seq >= 3)).toBe(true);
  });

  test('the command says the first bad record and ends with 1', async () => {
    await deeds();
    await house.halt();
    const verify = () =>
      spawnSync(
        process.execPath,
        [join(import.meta.dirname, '../../electron/cli/bin.mjs'), 'audit', 'verify', '--data', house.folder],
        {
          encoding: 'utf8',
        },
      );
    const sound = verify();
    expect([sound.status, sound.stdout]).toEqual([0, 'The audit log is whole: records 1 to 2.\n']);
    tamper("UPDATE audit SET record = replace(record, 'manager-login', 'enrol') WHERE seq = 2");
    const bad = verify();
    expect(bad.status).toBe(1);
    expect(bad.stderr).toContain('audit record 2 was changed after it was written');
    expect(readFileSync(join(house.folder, 'audit.head'), 'utf8')).toContain('"seq":2');
  });
});
