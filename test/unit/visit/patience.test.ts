import { describe, expect, test } from 'vitest';
import { epochMs, type MonoMs, monoMs } from '../../../shared/units.ts';
import { nextTick, questionOf, reduce } from '../../../shared/visit/reduce.ts';
import { emptyKiosk, type KioskEvent, type KioskState, timing } from '../../../shared/visit/state.ts';

/** The ladder of a visit that nobody touches: quiet, the question, the end. Time stands still but for what a test lets pass. */
class Kiosk {
  #state: KioskState = emptyKiosk;
  #now: MonoMs = monoMs(0);
  #visits = 0;

  touch(): void {
    this.#visits += 1;
    this.send({ type: 'touched', newVisitId: `v${this.#visits}`, wall: epochMs(0), language: 'fr' });
  }
  send(event: KioskEvent): void {
    [this.#state] = reduce(this.#state, event, this.#now);
  }
  /** Lets time pass until the next thing happens by itself; null: nothing ever will. */
  wait(): number | null {
    const due = nextTick(this.#state);
    if (due === null) return null;
    const waited = due - this.#now;
    this.#now = due;
    this.send({ type: 'tick' });
    return waited;
  }
  get visit() {
    return this.#state.visit;
  }
}

function begun(...events: KioskEvent[]): Kiosk {
  const kiosk = new Kiosk();
  kiosk.touch();
  for (const event of events) kiosk.send(event);
  return kiosk;
}

const unhurried: KioskEvent = { type: 'unhurried', unhurried: true };

describe.each([
  ['usually', [], timing.idle, timing.question],
  [
    'with more time, known by a card alone: nothing tells that they went',
    [unhurried, { type: 'identified', customerId: 'c1' }],
    timing.idleUnheard,
    timing.questionUnhurried,
  ],
  ['with more time', [unhurried], timing.idleUnhurried, timing.questionUnhurried],
] as const)('a screen nobody touches, %s', (_, events, idle, question) => {
  test('asks first, at least 20 s before anything is lost', () => {
    const kiosk = begun(...events);
    expect(kiosk.wait()).toBe(idle);
    expect(kiosk.visit?.asking).not.toBeNull();
    expect(kiosk.visit && questionOf(kiosk.visit)).toBe(question);
    expect(kiosk.wait()).toBe(question);
    expect(kiosk.visit).toBeNull();
    expect(question).toBeGreaterThanOrEqual(20_000);
  });

  test('is kept by one touch, as often as anybody likes', () => {
    const kiosk = begun(...events);
    for (let i = 0; i < 50; i++) {
      expect(kiosk.wait()).toBe(idle);
      kiosk.touch();
      expect(kiosk.visit?.asking).toBeNull();
    }
    expect(kiosk.visit?.id).toBe('v1');
  });

  test('waits for ever while a call is open', () => {
    const kiosk = begun(...events, { type: 'call-opened', callId: 'c' });
    expect(kiosk.wait()).toBeNull();
    kiosk.send({ type: 'call-closed' });
    expect(kiosk.wait()).toBe(idle);
  });
});

test('more time means several times as much, and the next shopper has the usual', () => {
  expect(timing.idleUnhurried).toBeGreaterThanOrEqual(timing.idle * 5);
  expect(timing.questionUnhurried).toBeGreaterThanOrEqual(timing.question * 5);
  const kiosk = begun(unhurried, { type: 'ended' });
  kiosk.touch();
  expect(kiosk.visit?.unhurried).toBe(false);
});

test('whoever thinks better of it has the usual time again', () => {
  expect(begun(unhurried, { type: 'unhurried', unhurried: false }).wait()).toBe(timing.idle);
});
