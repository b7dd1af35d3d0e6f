import { performance } from 'node:perf_hooks';
import type { Output, StaffSnapshot } from '../../shared/contract/index.ts';
import { liveHouse } from '../support/live-house.ts';
import { type Figure, quantile } from './figure.ts';

const PAGES = 50;
const CALLS = 60;

/** Follows the staff stream and tells when a call is on it. */
async function follow(origin: string, cookie: string, seen: (callId: string) => void): Promise<() => void> {
  const ended = new AbortController();
  const response = await fetch(`${origin}/api/events/staff`, { headers: { cookie }, signal: ended.signal });
  if (response.body === null) throw new Error('no stream');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  void (async () => {
    let text = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      text += value;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const data = /event: snapshot\ndata: (.*)/.exec(event)?.[1];
        if (data !== undefined)
          for (const call of (JSON.parse(data) as StaffSnapshot).calls) if (call.state === 'raised') seen(call.id);
      }
    }
  })().catch(() => {});
  return () => ended.abort();
}

/** From the press on "Call a person" until every one of 50 staff pages has it, against a health request as the floor of this machine. */
export async function bench(): Promise<Figure[]> {
  const house = await liveHouse();
  const post = (name: string, body: unknown, cookie = '') =>
    fetch(`${house.origin}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
  const login = await post('auth/employee-login', { code: 'LEA', pin: '1234' });
  const cookie = (login.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  await post('staff/duty', { onDuty: true }, cookie);

  let pressed = 0;
  const shown: number[] = [];
  const known = Array.from({ length: PAGES }, () => new Set<string>());
  const stops = await Promise.all(
    known.map((calls) =>
      follow(house.origin, cookie, (id) => {
        if (calls.has(id)) return;
        calls.add(id);
        shown.push(performance.now() - pressed);
      }),
    ),
  );
  const floor: number[] = [];
  for (let i = 0; i < CALLS; i += 1) {
    const from = performance.now();
    await (await fetch(`${house.origin}/api/health`)).text();
    floor.push(performance.now() - from);
    pressed = performance.now();
    const answer = await post('kiosk/call', { commandId: `c${i}`, reason: 'asked', language: 'fr' });
    const { call } = (await answer.json()) as Output<'kiosk/call'>;
    while (shown.length < (i + 1) * PAGES && performance.now() - pressed < 5_000)
      await new Promise((next) => setTimeout(next, 1));
    await post('kiosk/call-cancel', { commandId: `x${i}`, callId: call.id });
    await (await post('kiosk/end', {})).text();
  }
  for (const stop of stops) stop();
  await house.remove();
  const p99 = quantile(shown, 0.99);
  const complete = shown.length === CALLS * PAGES;
  return [
    {
      what: `press "call" → on ${PAGES} staff streams`,
      budget: 'p99 ≤ 150 ms',
      measured: `p50 ${quantile(shown, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${shown.length} of ${CALLS * PAGES}`,
      baseline: `health request p50 ${quantile(floor, 0.5).toFixed(1)} ms`,
      ok: complete && p99 <= 150,
    },
  ];
}
