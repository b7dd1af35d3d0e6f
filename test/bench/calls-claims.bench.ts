import { performance } from 'node:perf_hooks';
import { ForkedStation } from '../support/forked-station.ts';
import { Visitor } from '../support/station.ts';
import { staff } from './desk.ts';
import { type Figure, quantile } from './figure.ts';

const CLAIMANTS = 20;
const ROUNDS = 1000;

/** Everybody presses "I'm coming" at once, a thousand times: exactly one is told to go, and the others are told who went. */
export async function bench(): Promise<Figure[]> {
  const station = new ForkedStation();
  try {
    const origin = await station.boot();
    const kiosk = new Visitor(origin);
    const employees = await staff(origin, CLAIMANTS);
    const won: number[] = [];
    const alone: number[] = [];
    let wrong = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const { call } = await kiosk.call('kiosk/call', { commandId: `r${round}`, reason: 'asked', language: 'fr' });
      const command = { callId: call.id, epoch: 1 };
      const from = performance.now();
      // Every tenth round has one claimant: what a claim costs when nobody races.
      const racing = round % 10 === 0 ? employees.slice(0, 1) : employees;
      const answers = await Promise.all(
        racing.map((employee, i) => employee.call('staff/claim', { ...command, commandId: `r${round}-${i}` })),
      );
      (racing.length === 1 ? alone : won).push(performance.now() - from);
      const winner = answers.findIndex(({ result }) => result === 'claimed');
      const honest = answers.every(
        ({ result, owner }, i) => (i === winner ? true : result === 'taken') && owner === `Bench ${winner}`,
      );
      if (winner < 0 || !honest) wrong += 1;
      const owner = racing[winner];
      await owner?.call('staff/arrive', { ...command, commandId: `a${round}` });
      await owner?.call('staff/resolve', { ...command, commandId: `e${round}`, outcome: 'helped', helpNeeded: true });
      await kiosk.call('kiosk/end', {});
    }
    return [
      {
        what: `${CLAIMANTS} claims at once × ${ROUNDS}`,
        budget: 'one winner in every round',
        measured: `${wrong} rounds with another number of winners or a wrong name; all answered p50 ${quantile(won, 0.5).toFixed(1)} ms, p99 ${quantile(won, 0.99).toFixed(1)} ms`,
        baseline: `one claim alone p50 ${quantile(alone, 0.5).toFixed(1)} ms`,
        ok: wrong === 0,
      },
    ];
  } finally {
    await station.remove();
  }
}
