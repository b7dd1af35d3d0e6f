import { performance } from 'node:perf_hooks';
import { liveHouse } from '../support/live-house.ts';
import { Visitor } from '../support/station.ts';
import { staff } from './desk.ts';
import { type Figure, quantile } from './figure.ts';

const PAGES = 50;
const CALLS = 60;

/** From the press on "Call a person" until every one of 50 staff pages has it, against a health request as the floor of this machine. */
export async function bench(): Promise<Figure[]> {
  const house = await liveHouse();
  const kiosk = new Visitor(house.origin);
  let pressed = 0;
  const shown: number[] = [];
  const stops: (() => void)[] = [];
  for (const page of await staff(house.origin, PAGES)) {
    const known = new Set<string>();
    const stop = await page.watch('staff', ({ calls }) => {
      for (const call of calls) {
        if (known.has(call.id)) continue;
        known.add(call.id);
        shown.push(performance.now() - pressed);
      }
    });
    stops.push(stop);
  }
  const floor: number[] = [];
  for (let i = 0; i < CALLS; i += 1) {
    const from = performance.now();
    await (await fetch(`${house.origin}/api/health`)).text();
    floor.push(performance.now() - from);
    pressed = performance.now();
    const { call } = await kiosk.call('kiosk/call', { commandId: `c${i}`, reason: 'asked', language: 'fr' });
    while (shown.length < (i + 1) * PAGES && performance.now() - pressed < 5_000)
      await new Promise((next) => setTimeout(next, 1));
    await kiosk.call('kiosk/call-cancel', { commandId: `x${i}`, callId: call.id });
    await kiosk.call('kiosk/end', {});
  }
  for (const stop of stops) stop();
  await house.remove();
  const p99 = quantile(shown, 0.99);
  return [
    {
      what: `press "call" → on ${PAGES} staff streams`,
      budget: 'p99 ≤ 150 ms',
      measured: `p50 ${quantile(shown, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${shown.length} of ${CALLS * PAGES}`,
      baseline: `health request p50 ${quantile(floor, 0.5).toFixed(1)} ms`,
      ok: shown.length === CALLS * PAGES && p99 <= 150,
    },
  ];
}
