import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Refused, TestStation, type Visitor } from '../support/station.ts';

let house: TestStation;
let kiosk: Visitor;
let lea: Visitor;
let karim: Visitor;
beforeEach(async () => {
  house = await TestStation.start();
  kiosk = house.visitor();
  lea = await on('LEA', '1234');
  karim = await on('KARIM', '2345');
});
afterEach(() => house.remove());

async function on(code: string, pin: string): Promise<Visitor> {
  const employee = house.visitor();
  await employee.call('auth/employee-login', { code, pin });
  await employee.call('staff/duty', { onDuty: true });
  return employee;
}
async function manager(): Promise<Visitor> {
  const one = house.visitor();
  await one.call('auth/manager-login', { password: 'demo-manager' });
  return one;
}
const press = async (commandId = 'press') =>
  (await kiosk.call('kiosk/call', { commandId, reason: 'asked', language: 'fr' })).call;
const said = async () => (await kiosk.look('kiosk')).visit?.call;
const card = async (employee: Visitor) => (await employee.look('staff')).calls[0];
const refused = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error as Refused).body,
  );

describe('silence', () => {
  test('"talk to a human" as the very first thing raises a call', async () => {
    expect(await press()).toMatchObject({ state: 'raised', progress: 'sent' });
    expect((await card(lea))?.tried).toEqual([]);
  });
  test('"the bot kept answering after the hand-off": the machine keeps quiet from the call to the end of the visit', async () => {
    const { id } = await press();
    await lea.call('staff/claim', { commandId: 'c', callId: id, epoch: 1 });
    for (let i = 0; i < 5; i += 1) await kiosk.call('kiosk/search', { query: `nothing like this ${i}`, category: null });
    house.clock.advance(5_000);
    const visit = (await kiosk.look('kiosk')).visit;
    expect(visit).toMatchObject({ selling: false, offer: null, proposal: null });
    expect((await kiosk.call('kiosk/offers', {})).offers).toEqual([]);
  });
  test('a late claim is refused with the name of whoever has the call, and so is every step of somebody else', async () => {
    const { id } = await press();
    await lea.call('staff/claim', { commandId: 'c', callId: id, epoch: 1 });
    expect(await karim.call('staff/claim', { commandId: 'c', callId: id, epoch: 1 })).toEqual({ result: 'taken', owner: 'Léa' });
    const arrive = karim.call('staff/arrive', { commandId: 'a', callId: id, epoch: 1 });
    expect(await refused(arrive)).toMatchObject({ code: 'taken', message: 'Léa' });
  });
  test('an account that is closed mid-claim can do nothing more, and its call goes back to the others', async () => {
    const { id } = await press();
    await lea.call('staff/claim', { commandId: 'c', callId: id, epoch: 1 });
    await (await manager()).call('manager/employee-save', {
      id: 'lea',
      code: 'LEA',
      name: 'Léa',
      manager: false,
      active: false,
      pin: null,
    });
    expect(await refused(lea.call('staff/arrive', { commandId: 'a', callId: id, epoch: 1 }))).toMatchObject({
      code: 'not-allowed',
    });
    expect(await card(karim)).toMatchObject({ id, epoch: 2, claimedBy: null });
  });
});

describe('handing over', () => {
  test('the colleague is asked; the owner keeps the call until they accept', async () => {
    const { id } = await press();
    await lea.call('staff/claim', { commandId: 'c', callId: id, epoch: 1 });
    await lea.call('staff/hand-over', { commandId: 'h', callId: id, epoch: 1, to: 'karim' });
    expect(await card(karim)).toMatchObject({ claimedBy: { name: 'Léa' }, handOver: { to: { id: 'karim' }, leftMs: 30_000 } });
    expect(await said()).toMatchObject({ progress: 'coming', employee: 'Léa' });
    await karim.call('staff/hand-over-answer', { commandId: 'y', callId: id, epoch: 1, accept: true });
    expect(await said()).toMatchObject({ progress: 'coming', employee: 'Karim' });
    const late = lea.call('staff/arrive', { commandId: 'a', callId: id, epoch: 1 });
    expect(await refused(late)).toMatchObject({ code: 'old-epoch', message: 'Karim' });
  });
  test('nobody who is off duty is asked', async () => {
    const { id } = await press();
    await lea.call('staff/claim', { commandId: 'c', callId: id, epoch: 1 });
    await karim.call('staff/duty', { onDuty: false });
    const input = { commandId: 'h', callId: id, epoch: 1, to: 'karim' };
    expect(await refused(lea.call('staff/hand-over', input))).toMatchObject({ code: 'not-on-duty' });
  });
});

describe('arriving at the kiosk', () => {
  test('four digits that only the owner reads; three mistakes close it, and their own page still works', async () => {
    const { id } = await press();
    await lea.call('staff/claim', { commandId: 'c', callId: id, epoch: 1 });
    const code = (await card(lea))?.arrivalCode ?? '';
    expect(code).toMatch(/^\d{4}$/);
    expect((await card(karim))?.arrivalCode ?? null).toBeNull();
    const wrong = String((Number(code) + 1) % 10_000).padStart(4, '0');
    const type = async (typed: string, n: number) =>
      (await kiosk.call('kiosk/arrive', { commandId: `t${n}`, callId: id, code: typed })).result;
    expect([await type(wrong, 1), await type(wrong, 2), await type(wrong, 3), await type(code, 4)]).toEqual([
      'wrong',
      'wrong',
      'closed',
      'closed',
    ]);
    expect(await said()).toMatchObject({ progress: 'coming', arrivalCode: false });
    await lea.call('staff/arrive', { commandId: 'a', callId: id, epoch: 1 });
    expect(await said()).toMatchObject({ progress: 'here' });
  });
  test('the right code is an arrival', async () => {
    const { id } = await press();
    await lea.call('staff/claim', { commandId: 'c', callId: id, epoch: 1 });
    const code = (await card(lea))?.arrivalCode ?? '';
    expect(await kiosk.call('kiosk/arrive', { commandId: 't', callId: id, code })).toEqual({ result: 'arrived' });
    expect(await card(lea)).toMatchObject({ state: 'arrived', arrivalCode: null });
  });
});

describe('breaks and the rota', () => {
  test('off for ten minutes, and back without a tap, through a restart', async () => {
    await karim.call('staff/duty', { onDuty: false });
    await lea.call('staff/break', { minutes: 10 });
    expect((await lea.look('staff')).duty.breakMs).toBe(600_000);
    expect(await press()).toMatchObject({ progress: 'nobody-on-duty' });
    house.clock.advance(300_000);
    await house.halt();
    await house.boot();
    kiosk = house.visitor();
    house.clock.advance(299_000);
    expect((await said())?.progress).toBe('unanswered');
    house.clock.advance(2_000);
    const back = await on('KARIM', '2345');
    expect((await back.look('staff')).colleagues).toEqual([{ id: 'lea', name: 'Léa', free: true }]);
  });
  test('nobody who owns a call leaves it behind', async () => {
    const { id } = await press();
    await lea.call('staff/claim', { commandId: 'c', callId: id, epoch: 1 });
    expect(await refused(lea.call('staff/break', { minutes: 10 }))).toMatchObject({ code: 'holds-call' });
  });
  test('the rota reminds and says who should be here; a break that outlasts the shift ends the day', async () => {
    const boss = await manager();
    // The virtual clock begins on a Monday at 11:00 in Paris.
    const shifts = [{ weekday: 0, starts: '09:00', ends: '11:05' }];
    for (const id of ['lea', 'odile']) await boss.call('manager/rota-save', { id, skills: [], languages: [], zones: [], shifts });
    const expected = async () => (await boss.look('manager')).expected.map(({ name, state }) => `${name} ${state}`).sort();
    expect(await expected()).toEqual(['Léa here', 'Odile not-here']);
    expect((await lea.look('staff')).duty).toMatchObject({ shift: { starts: '09:00', ends: '11:05' }, reminder: null });
    await lea.call('staff/break', { minutes: 10 });
    expect(await expected()).toEqual(['Léa on-break', 'Odile not-here']);
    house.clock.advance(11 * 60_000);
    expect((await lea.look('staff')).me.onDuty).toBe(false);
    expect(await expected()).toEqual([]);
  });
  test('all busy, nobody on duty and closed hours each have their own words', async () => {
    const { id } = await press();
    await lea.call('staff/claim', { commandId: 'c', callId: id, epoch: 1 });
    await lea.call('staff/arrive', { commandId: 'a', callId: id, epoch: 1 });
    await karim.call('staff/duty', { onDuty: false });
    await kiosk.call('kiosk/end', {});
    expect(await press('second')).toMatchObject({ progress: 'all-busy' });
    await lea.call('staff/duty', { onDuty: false });
    expect((await said())?.progress).toBe('nobody-on-duty');
    await kiosk.call('kiosk/call-cancel', { commandId: 'x', callId: (await said())?.id ?? '' });
    house.clock.advance(10 * 3_600_000);
    expect(await press('third')).toMatchObject({ progress: 'closed-hours' });
  });
});

describe('the policy', () => {
  test('is versioned, checked, and never saved over somebody else’s', async () => {
    const boss = await manager();
    const { current, standard } = await boss.call('manager/escalation', {});
    expect(current).toEqual(standard);
    const policy = { ...current.policy, leaseMs: 60_000 };
    await boss.call('manager/escalation-save', { policy, from: 0 } as never);
    expect(await refused(boss.call('manager/escalation-save', { policy, from: 0 } as never))).toMatchObject({
      code: 'changed-meanwhile',
    });
    await boss.call('manager/escalation-save', { policy: standard.policy, from: 1 });
    const after = await boss.call('manager/escalation', {});
    expect(after.history.map(({ version }) => version)).toEqual([2, 1]);
    expect(after.current).toMatchObject({ version: 2, changed: { by: 'manager' } });
  });
  test.each([
    ['steps.0.afterMs', (steps: object[]) => [{ ...steps[0], afterMs: 1000 }, ...steps.slice(1)]],
    ['steps.1.afterMs', (steps: object[]) => [steps[0], { ...steps[1], afterMs: 0 }, ...steps.slice(2)]],
    ['steps.2.reach', (steps: object[]) => [steps[0], steps[1], { ...steps[2], reach: 'matching' }, steps[3]]],
    ['steps.2.reach', (steps: object[]) => steps.slice(0, 3)],
    ['steps.3.afterMs', (steps: object[]) => [...steps.slice(0, 3), { ...steps[3], afterMs: 601_000 }]],
  ] as const)('a silent one is refused, naming %s', async (path, change) => {
    const boss = await manager();
    const { standard } = await boss.call('manager/escalation', {});
    const policy = { ...standard.policy, steps: change(standard.policy.steps) };
    const answer = await refused(boss.call('manager/escalation-save', { policy, from: 0 } as never));
    expect((answer as Refused['body']).issues.map((issue) => issue.path)).toContain(`policy.${path}`);
  });
});

describe('a note', () => {
  const note = { text: 'Le lave-vaisselle fuit.\nRappelez-moi.', contact: '06 12 34 56 78' };
  test('reaches the team and the manager, is dealt with once, and is gone after seven days', async () => {
    await press();
    house.clock.advance(121_000);
    await kiosk.call('kiosk/note', note);
    expect(await said()).toMatchObject({ note: true });
    const [seen] = (await lea.look('staff')).notes;
    expect(seen).toMatchObject({ ...note, place: 'Borne de l’entrée' });
    await lea.call('staff/note-done', { id: seen?.id ?? '', done: true });
    expect((await karim.look('staff')).notes).toEqual([]);
    const boss = await manager();
    expect((await boss.call('manager/notes', {})).items).toMatchObject([{ value: note, done: { by: 'Léa' } }]);
    house.clock.advance(7 * 86_400_000 + 3_600_000);
    expect((await (await manager()).call('manager/notes', {})).items).toEqual([]);
  }, 120_000);
  test('can be taken back by whoever wrote it, and needs a call', async () => {
    await kiosk.call('kiosk/touch', { language: 'fr' });
    expect(await refused(kiosk.call('kiosk/note', note))).toMatchObject({ code: 'no-call' });
    await press();
    await kiosk.call('kiosk/note', { text: 'zuerst so', contact: null });
    await kiosk.call('kiosk/note', note);
    expect((await lea.look('staff')).notes).toHaveLength(1);
    await kiosk.call('kiosk/note-remove', {});
    expect((await lea.look('staff')).notes).toEqual([]);
  });
});

test('nobody touches the kiosk: it asks, then ends the call in words; a touch keeps it open', async () => {
  await press();
  house.clock.advance(600_000);
  expect(await said()).toMatchObject({ progress: 'still-there' });
  await kiosk.call('kiosk/touch', { language: 'fr' });
  expect(await said()).toMatchObject({ progress: 'unanswered' });
  house.clock.advance(600_000);
  expect(await said()).toMatchObject({ progress: 'still-there' });
  house.clock.advance(120_000);
  expect((await kiosk.look('kiosk')).visit?.call ?? null).toMatchObject({ progress: 'expired' });
  house.clock.advance(300_000);
  expect((await kiosk.look('kiosk')).visit).toBeNull();
});
