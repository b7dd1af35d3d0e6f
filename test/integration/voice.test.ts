import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../electron/store/database.ts';
import type { MatterView, Opened, Output } from '../../shared/contract/index.ts';
import { isReference, referenceOf } from '../../shared/voice/reference.ts';
import { Refused, TestStation, type Visitor } from '../support/station.ts';

/** Complaints, ideas and feedback: from the kiosk to whoever answers, and back. */

let house: TestStation;
let kiosk: Visitor;
let manager: Visitor;
beforeEach(async () => {
  house = await TestStation.start();
  kiosk = house.visitor();
  manager = house.visitor();
  await manager.call('auth/manager-login', { password: 'demo-manager' });
  await kiosk.call('kiosk/touch', { language: 'fr' });
});
afterEach(() => house.remove());

const DAY = 86_400_000;
/** Days go by, and the hour in which the station looks after what is to be erased. */
const pass = (days: number) => {
  house.clock.jump(days * DAY);
  house.clock.advance(61 * 60_000);
};
const planted = 'Le caissier Zorglub a crié sur ma fille';

const write = (kind: 'complaint' | 'idea' = 'complaint', words = planted, commandId: string = crypto.randomUUID()) =>
  kiosk.call('kiosk/matter-write', { commandId, kind, words, language: 'fr' });
const items = async () => (await manager.call('manager/matters', {})).items;
const onlyItem = async () => (await items())[0] as Output<'manager/matters'>['items'][number];
const answer = async (words = 'Nous vous présentons nos excuses.') => {
  const { id, revision } = await onlyItem();
  await manager.call('manager/matter-reply', { id, move: 'answered', answer: words, from: revision });
};
const seen = (opened: Opened): MatterView => {
  if (opened.result !== 'open') throw new Error(opened.result);
  return opened.matter;
};
const wrongCode = (code: string) => (code === '000000' ? '111111' : '000000');

/** Every byte in a folder. */
const bytesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');
const latin = (text: string) => Buffer.from(text).toString('latin1');

describe('a complaint', () => {
  test('is promised an answer by a working day, answered by a named person, and settled by the shopper', async () => {
    const receipt = await write();
    expect(isReference(receipt.reference)).toBe(true);
    expect(receipt.code).toMatch(/^\d{6}$/);
    const key = { reference: receipt.reference.toLowerCase(), code: receipt.code };
    const before = seen(await kiosk.call('kiosk/matter-open', key));
    expect(before).toMatchObject({ state: 'received', owner: receipt.owner, dueOn: receipt.dueOn, words: planted, answer: null });
    expect((await manager.look('manager')).matters).toEqual({ waiting: 1, overdue: 0 });
    await answer();
    expect(seen(await kiosk.call('kiosk/matter-open', key))).toMatchObject({ state: 'answered', settles: true, reopens: true });
    const after = seen(await kiosk.call('kiosk/matter-react', { ...key, settles: true }));
    expect(after).toMatchObject({ state: 'closed', outcome: 'settled', settles: false, reopens: false });
    expect((await manager.look('manager')).matters).toEqual({ waiting: 0, overdue: 0 });
  });

  test('goes to the employee the manager chose, who sees it, is told when it is late, and answers', async () => {
    const { settings, employees } = await manager.call('manager/matters', {});
    const lea = employees.find(({ name }) => name === 'Léa');
    await manager.call('manager/matter-settings', { ...settings, owner: lea?.id ?? null });
    expect((await write()).owner).toBe('Léa');
    const staff = house.visitor();
    await staff.call('auth/employee-login', { code: 'LEA', pin: '1234' });
    const other = house.visitor();
    await other.call('auth/employee-login', { code: 'KARIM', pin: '2345' });
    expect((await other.call('staff/matters', {})).items).toEqual([]);
    expect((await staff.look('staff')).matters).toEqual({ waiting: 1, overdue: 0 });
    pass(9);
    await staff.call('auth/employee-login', { code: 'LEA', pin: '1234' });
    await other.call('auth/employee-login', { code: 'KARIM', pin: '2345' });
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    const mine = (await staff.call('staff/matters', {})).items[0];
    expect(mine).toMatchObject({ words: planted, overdue: true });
    expect((await staff.look('staff')).matters).toEqual({ waiting: 1, overdue: 1 });
    expect((await manager.look('manager')).matters).toEqual({ waiting: 1, overdue: 1 });
    const reply = { id: mine?.id ?? '', move: 'answered', answer: 'Pardon.', from: mine?.revision ?? 0 } as const;
    await expect(other.call('staff/matter-reply', reply)).rejects.toMatchObject({ status: 403 });
    await staff.call('staff/matter-reply', reply);
    expect((await staff.look('staff')).matters.waiting).toBe(0);
  });

  test('that is not settled goes to the manager once more, with a new promise', async () => {
    const { reference, code, dueOn } = await write();
    await answer();
    pass(3);
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    await kiosk.call('kiosk/touch', { language: 'fr' });
    const again = seen(await kiosk.call('kiosk/matter-react', { reference, code, settles: false }));
    expect(again).toMatchObject({ state: 'reopened', reopens: false });
    expect(again.dueOn > dueOn).toBe(true);
    await answer('Voici ce que nous pouvons encore faire.');
    const second = seen(await kiosk.call('kiosk/matter-react', { reference, code, settles: false }));
    expect(second).toMatchObject({ state: 'answered', settles: true, reopens: false });
  });

  test('sent twice because its answer was lost is one complaint', async () => {
    const first = await write('complaint', planted, 'same');
    expect(await write('complaint', planted, 'same')).toEqual(first);
    expect(await items()).toHaveLength(1);
  });

  test('that asks for a person calls one; that it is a complaint does not', async () => {
    await write('complaint', 'C’est un scandale, je veux me plaindre');
    expect((await kiosk.look('kiosk')).visit?.call).toBeNull();
    await write('complaint', 'Je veux parler à quelqu’un tout de suite');
    expect((await kiosk.look('kiosk')).visit?.call).not.toBeNull();
  });

  test('a reply to what has changed meanwhile is refused, and nothing is lost', async () => {
    await write();
    const { id, revision } = await onlyItem();
    await answer();
    await expect(
      manager.call('manager/matter-reply', { id, move: 'put-right', answer: 'Autre', from: revision }),
    ).rejects.toMatchObject({ body: { code: 'changed-meanwhile' } });
    const { revision: now } = await onlyItem();
    await expect(manager.call('manager/matter-reply', { id, move: 'put-right', answer: '', from: now })).rejects.toMatchObject({
      body: { code: 'answer-needed' },
    });
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['too much', 'x'.repeat(1001)],
  ])('of %s is refused', async (_name, words) => {
    await expect(write('complaint', words)).rejects.toBeInstanceOf(Refused);
    expect(await items()).toEqual([]);
  });
});

test('an idea is looked at, not taken up, and says why', async () => {
  const { reference, code } = await write('idea', 'Des bancs dehors');
  const first = await onlyItem();
  await manager.call('manager/matter-reply', { id: first.id, move: 'looking', answer: '', from: first.revision });
  expect(seen(await kiosk.call('kiosk/matter-open', { reference, code }))).toMatchObject({ state: 'looking', answer: null });
  const { id, revision } = await onlyItem();
  await manager.call('manager/matter-reply', { id, move: 'not-done', answer: 'Le trottoir est à la ville.', from: revision });
  expect(seen(await kiosk.call('kiosk/matter-open', { reference, code }))).toMatchObject({
    outcome: 'not-done',
    answer: 'Le trottoir est à la ville.',
    reopens: false,
  });
});

describe('what opens it', () => {
  test('a reference alone tells nothing: wrong code and unknown reference answer alike', async () => {
    const { reference, code } = await write();
    const wrong = await kiosk.call('kiosk/matter-open', { reference, code: wrongCode(code) });
    // A whole reference, and nobody's.
    const free = referenceOf([0, 0, 0, 0, 0]) === reference ? referenceOf([1, 1, 1, 1, 1]) : referenceOf([0, 0, 0, 0, 0]);
    const unknown = await kiosk.call('kiosk/matter-open', { reference: free, code });
    expect(wrong).toEqual({ result: 'unknown' });
    expect(unknown).toEqual({ result: 'unknown' });
    const guessed = { reference, code: wrongCode(code) };
    expect(await kiosk.call('kiosk/matter-react', { ...guessed, settles: true })).toEqual({ result: 'unknown' });
    expect(await kiosk.call('kiosk/matter-erase', guessed)).toEqual({ result: 'unknown' });
    expect(await items()).toHaveLength(1);
  });

  test('five wrong codes cost the kiosk half a minute, and the reference a quarter of an hour', async () => {
    const first = await write();
    const second = await write('complaint', 'Autre chose');
    const guess = (code: string) => kiosk.call('kiosk/matter-open', { reference: first.reference, code });
    for (let i = 0; i < 5; i += 1) expect(await guess(wrongCode(first.code))).toEqual({ result: 'unknown' });
    // Even the right code is not looked at.
    expect((await guess(first.code)).result).toBe('wait');
    const others = { reference: second.reference, code: second.code };
    expect(await kiosk.call('kiosk/matter-open', others)).toEqual({ result: 'wait', seconds: expect.any(Number) });
    house.clock.advance(31_000);
    expect((await kiosk.call('kiosk/matter-open', others)).result).toBe('open');
    expect((await guess(first.code)).result).toBe('wait');
    house.clock.advance(15 * 60_000);
    expect((await guess(first.code)).result).toBe('open');
  });

  test('the quarter of an hour outlives a restart', async () => {
    const { reference, code } = await write();
    const guess = (tried: string) => kiosk.call('kiosk/matter-open', { reference, code: tried });
    for (let i = 0; i < 5; i += 1) await guess(wrongCode(code));
    await house.halt();
    expect(bytesIn(house.folder)).not.toContain(`"key":"${reference}`);
    await house.boot();
    kiosk = house.visitor();
    expect((await guess(code)).result).toBe('wait');
    house.clock.advance(15 * 60_000);
    expect((await guess(code)).result).toBe('open');
  });

  test('neither the code nor the words stand readable anywhere on disk', async () => {
    const { code } = await write();
    await answer('Excuses de Mirliton');
    await house.halt();
    const disk = bytesIn(house.folder);
    for (const secret of [latin(planted), 'Zorglub', 'Mirliton', `"${code}"`]) expect(disk).not.toContain(secret);
  });
});

describe('line 11: erasing', () => {
  test.each([
    [
      'the shopper asks at the kiosk',
      async (key: { reference: string; code: string }) => {
        expect(await kiosk.call('kiosk/matter-erase', key)).toEqual({ result: 'erased' });
      },
    ],
    [
      'the manager is asked in writing',
      async () => {
        await manager.call('manager/matter-erase', { id: (await onlyItem()).id });
      },
    ],
    [
      'its time is over',
      async () => {
        await answer();
        pass(366);
      },
    ],
  ])('when %s: gone from the database, and not brought back by a copy of it', async (_name, erase) => {
    const { reference, code } = await write();
    const copy = mkdtempSync(join(tmpdir(), 'voice-copy-'));
    await house.halt();
    cpSync(join(house.folder, 'store.db'), join(copy, 'store.db'));
    await house.boot();
    kiosk = house.visitor();
    manager = house.visitor();
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    await kiosk.call('kiosk/touch', { language: 'fr' });
    await erase({ reference, code });
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    expect(await items()).toEqual([]);
    await house.halt();
    expect(bytesIn(house.folder)).not.toContain(reference);
    cpSync(join(copy, 'store.db'), join(house.folder, 'store.db'));
    for (const side of ['store.db-wal', 'store.db-shm']) rmSync(join(house.folder, side), { force: true });
    rmSync(copy, { recursive: true });
    await house.boot();
    const after = house.visitor();
    await after.call('auth/manager-login', { password: 'demo-manager' });
    expect((await after.call('manager/matters', {})).items).toEqual([]);
  });

  test('what waits for an answer is kept until somebody has given one', async () => {
    await write();
    pass(400);
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    expect(await items()).toHaveLength(1);
  });
});

describe('feedback', () => {
  const say = async (words: string) => {
    await kiosk.call('kiosk/feedback', { answer: 'yes' });
    await kiosk.call('kiosk/feedback-words', { words, language: 'fr' });
    house.clock.advance(4 * 60_000);
  };

  test('is shown from five on, with words that lead to no answer, visit or customer', async () => {
    pass(2);
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    for (let i = 0; i < 4; i += 1) await say('Très bien');
    expect(await manager.call('manager/feedback', { weeks: 4 })).toMatchObject({ all: null, words: null });
    await say('Personne n’est venu');
    const report = await manager.call('manager/feedback', { weeks: 4 });
    expect(report).toMatchObject({ all: { yes: 5, partly: 0, no: 0 }, words: { sentiments: { good: 4, bad: 1 } } });
    await house.halt();
    const db = openDatabase(join(house.folder, 'store.db'));
    const columns = (table: string) => db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    expect(columns('feedback')).toEqual(['id', 'week', 'answer']);
    expect(columns('feedback_words')).toEqual(['id', 'key_id', 'wrapped_key', 'sealed', 'week']);
    // A week stands for its Monday: a day could be one shopper's.
    const weeks = db.prepare('SELECT week FROM feedback UNION SELECT week FROM feedback_words').pluck().all() as string[];
    expect(weeks.map((week) => new Date(`${week}T12:00:00Z`).getUTCDay())).toEqual([1]);
    db.close();
    expect(bytesIn(house.folder)).not.toContain(latin('Personne n’est venu'));
  });

  test('loses its words after 90 days at the latest, and keeps the count', async () => {
    for (let i = 0; i < 5; i += 1) await say('Très bien');
    pass(90);
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    expect(await manager.call('manager/feedback', { weeks: 52 })).toMatchObject({ all: { yes: 5 }, words: null });
  });

  test('words that were erased do not come back with a copy of the database', async () => {
    for (let i = 0; i < 5; i += 1) await say('Très bien');
    const copy = mkdtempSync(join(tmpdir(), 'voice-copy-'));
    await house.halt();
    cpSync(join(house.folder, 'store.db'), join(copy, 'store.db'));
    await house.boot();
    pass(90);
    await house.halt();
    house.clock.jump(-90 * DAY);
    for (const side of ['store.db-wal', 'store.db-shm']) rmSync(join(house.folder, side), { force: true });
    cpSync(join(copy, 'store.db'), join(house.folder, 'store.db'));
    rmSync(copy, { recursive: true });
    await house.boot();
    const after = house.visitor();
    await after.call('auth/manager-login', { password: 'demo-manager' });
    expect(await after.call('manager/feedback', { weeks: 4 })).toMatchObject({ all: { yes: 5 }, words: null });
  });

  test('cannot be filled by tapping on', async () => {
    for (let i = 0; i < 5; i += 1) await kiosk.call('kiosk/feedback', { answer: 'no' });
    await expect(kiosk.call('kiosk/feedback', { answer: 'no' })).rejects.toMatchObject({ status: 429 });
  });
});
