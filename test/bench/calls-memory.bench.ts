import { liveHouse } from '../support/live-house.ts';
import { Visitor } from '../support/station.ts';
import { staff } from './desk.ts';
import type { Figure } from './figure.ts';
import { heapMiB } from './heap.ts';

const CYCLES = 10_000;
/** What the first calls leave behind for good: compiled code, prepared statements, open connections. */
const WARM_UP = 2_000;
/** Keeping one call's state (about 1 kB) per cycle would be 8 MiB. */
const BUDGET_MIB = 2;

/** Ten thousand calls from raise to resolve, on a station in this process so that its heap can be collected before it is read. */
export async function bench(): Promise<Figure[]> {
  const house = await liveHouse();
  const kiosk = new Visitor(house.origin);
  const [employee] = await staff(house.origin, 1);
  if (employee === undefined) throw new Error('nobody is on duty');
  let before = 0;
  for (let i = 0; i < CYCLES; i += 1) {
    if (i === WARM_UP) before = heapMiB();
    const { call } = await kiosk.call('kiosk/call', { commandId: `m${i}`, reason: 'asked', language: 'fr' });
    const command = { callId: call.id, epoch: 1 };
    await employee.call('staff/claim', { ...command, commandId: `c${i}` });
    await employee.call('staff/arrive', { ...command, commandId: `a${i}` });
    await employee.call('staff/resolve', { ...command, commandId: `e${i}`, outcome: 'helped', helpNeeded: true });
    await kiosk.call('kiosk/end', {});
  }
  const growth = heapMiB() - before;
  await house.remove();
  return [
    {
      what: `heap over ${CYCLES} calls`,
      budget: `≤ ${BUDGET_MIB} MiB more`,
      measured: `${growth.toFixed(1)} MiB more than after ${WARM_UP}`,
      baseline: `${before.toFixed(1)} MiB after ${WARM_UP}`,
      ok: growth <= BUDGET_MIB,
    },
  ];
}
