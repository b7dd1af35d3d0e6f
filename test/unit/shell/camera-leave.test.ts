import * as v from 'valibot';
import { expect, test } from 'vitest';
import { newAccess } from '../../../electron/services/access.ts';
import { CameraLeave, readAllowed } from '../../../electron/shell/camera-leave.ts';
import { KioskSnapshot } from '../../../shared/contract/index.ts';

type Camera = 'off' | 'allowed' | 'refused' | 'ended';

const words = { version: '1', fr: 'Puis-je ?', en: 'May I?' };
const snapshot = (camera: Camera | null, cameraOffered = true) => ({
  kioskId: 'k1',
  demo: false,
  store: { name: 'Été & Fils', phone: '', opening: { kind: 'closed' }, cameraOffered, prints: false },
  look: { version: 0, logo: null, dimAfterMinutes: 10 },
  access: newAccess,
  texts: { recognition: words, history: words, diet: words, camera: words },
  visit:
    camera === null
      ? null
      : {
          id: 'v1',
          startedAt: 1_700_000_000_000,
          language: 'fr',
          greeting: { kind: 'neutral' },
          recognised: false,
          consents: { recognition: false, history: false },
          askAgain: null,
          offer: null,
          selling: true,
          camera,
          cameraNote: null,
          simple: false,
          proposal: null,
          call: null,
          enrolment: null,
          endsInMs: null,
          unhurried: false,
          view: { screen: 'welcome', text: '' },
        },
});
const event = (data: unknown) => `id: 7\nevent: snapshot\ndata: ${JSON.stringify(data)}\n\n`;

test('the sample is a snapshot of the contract', () => {
  expect(v.safeParse(KioskSnapshot, snapshot('allowed')).success).toBe(true);
});

test.each<[string, unknown, boolean]>([
  ['allowed', snapshot('allowed'), true],
  ['off', snapshot('off'), false],
  ['refused', snapshot('refused'), false],
  ['ended', snapshot('ended'), false],
  ['no visit', snapshot(null), false],
  ['the store does not offer it', snapshot('allowed', false), false],
  ['an unknown field', { ...snapshot('allowed'), more: 1 }, false],
  ['half a snapshot', { visit: { camera: 'allowed' } }, false],
  ['null', null, false],
])('%s', (_name, data, allowed) => {
  expect(readAllowed(event(data).trim())).toBe(allowed);
});

test('other events say nothing; a broken snapshot allows nothing', () => {
  expect(readAllowed('event: beat\ndata: {}')).toBeNull();
  expect(readAllowed(`data: ${JSON.stringify(snapshot('allowed'))}`)).toBeNull();
  expect(readAllowed('event: snapshot\ndata: {"visit"')).toBe(false);
  expect(readAllowed('event: snapshot')).toBe(false);
});

/** Writes `text` in pieces of `size` bytes and lets the page read each, so that letters and events are cut anywhere. */
async function send(stream: TransformStream<Uint8Array, Uint8Array>, text: string, size: number): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.slice(at, at + size);
    const [read] = await Promise.all([reader.read(), writer.write(piece)]);
    expect(read.value).toEqual(piece);
  }
  writer.releaseLock();
  reader.releaseLock();
}

test.each([1, 7, 64, 100_000])('follows the stream in pieces of %i bytes and passes every byte on', async (size) => {
  const leave = new CameraLeave();
  const stream = leave.tap();
  await send(stream, event(snapshot('off')), size);
  expect(leave.allowed).toBe(false);
  await send(stream, event(snapshot('allowed')), size);
  expect(leave.allowed).toBe(true);
  await send(stream, 'event: beat\ndata: {}\n\n', size);
  expect(leave.allowed).toBe(true);
  await send(stream, event(snapshot('ended')), size);
  expect(leave.allowed).toBe(false);
});

test('the leave ends with the stream, however it ends', async () => {
  const leave = new CameraLeave();
  const ended = leave.tap();
  await send(ended, event(snapshot('allowed')), 4_096);
  const done = ended.readable.getReader().read();
  await ended.writable.close();
  await done;
  expect(leave.allowed).toBe(false);

  const cancelled = leave.tap();
  await send(cancelled, event(snapshot('allowed')), 4_096);
  expect(leave.allowed).toBe(true);
  await cancelled.readable.cancel();
  expect(leave.allowed).toBe(false);
});

test('only the newest stream counts, and a revoked leave stays revoked', async () => {
  const leave = new CameraLeave();
  const old = leave.tap();
  await send(old, event(snapshot('allowed')), 4_096);
  const current = leave.tap();
  expect(leave.allowed).toBe(false);
  await send(old, event(snapshot('allowed')), 4_096);
  expect(leave.allowed).toBe(false);
  await send(current, event(snapshot('allowed')), 4_096);
  expect(leave.allowed).toBe(true);
  leave.revoke();
  await send(current, event(snapshot('allowed')), 4_096);
  expect(leave.allowed).toBe(false);
});
