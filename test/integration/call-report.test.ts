import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestStation, type Visitor } from '../support/station.ts';

let house: TestStation;
let kiosk: Visitor;
let lea: Visitor;
let manager: Visitor;
let commands = 0;

beforeEach(async () => {
  house = await TestStation.start();
  kiosk = house.visitor();
  lea = house.visitor();
  manager = house.visitor();
  await lea.call('auth/employee-login', { code: 'lea', pin: '1234' });
  await lea.call('staff/duty', { onDuty: true });
  await manager.call('auth/manager-login', { password: 'demo-manager' });
});
afterEach(() => house.remove());

const next = () => {
  commands += 1;
  return `report-${commands}`;
};

/** One visit with one call: raised, claimed and arrived after so many seconds, or given up by the shopper. */
async function visitWithCall(toClaim: number, toArrival: number | null): Promise<void> {
  await kiosk.call('kiosk/touch', { language: 'en' });
  const { call } = await kiosk.call('kiosk/call', { commandId: next(), reason: 'asked', language: 'en' });
  if (toArrival === null) {
    house.clock.advance(toClaim * 1000);
    await kiosk.call('kiosk/call-cancel', { commandId: next(), callId: call.id });
  } else {
    const command = () => ({ callId: call.id, epoch: 1, commandId: next() });
    house.clock.advance(toClaim * 1000);
    await lea.call('staff/claim', command());
    house.clock.advance((toArrival - toClaim) * 1000);
    await lea.call('staff/arrive', command());
    await lea.call('staff/resolve', { ...command(), outcome: 'helped', helpNeeded: true });
  }
  await kiosk.call('kiosk/end', {});
}

test('waits are reported by hour and by zone, without anybody in them', async () => {
  for (let i = 0; i < 4; i += 1) await visitWithCall(5, 30);
  const few = await manager.call('manager/call-report', { days: 7, by: 'hour' });
  expect(few.all).toBeNull();
  expect(few.cells.map(({ figures }) => figures)).toEqual([null]);

  await visitWithCall(5, 30);
  await visitWithCall(10, null);
  const report = await manager.call('manager/call-report', { days: 28, by: 'zone' });
  expect(report.cells).toHaveLength(1);
  expect(report.cells[0]?.group).toBe('Borne de l’entrée');
  expect(report.all).toMatchObject({
    calls: 6,
    abandoned: 1,
    raisedAgain: 0,
    toClaim: { of: 5, median: 5_000, p90: null },
    toArrival: { of: 5, median: 30_000, p90: null },
  });
  expect(JSON.stringify(report)).not.toMatch(/Léa|lea/);
});

test('a period ends when it is over', async () => {
  for (let i = 0; i < 5; i += 1) await visitWithCall(1, 2);
  house.clock.jump(8 * 24 * 3_600_000);
  await manager.call('auth/manager-login', { password: 'demo-manager' });
  expect((await manager.call('manager/call-report', { days: 7, by: 'hour' })).cells).toEqual([]);
  expect((await manager.call('manager/call-report', { days: 28, by: 'hour' })).all?.calls).toBe(5);
});
