import { expect, test } from 'vitest';
import { StationKeeper, type StationProcess } from '../../../electron/shell/station-keeper.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

/** Mirrors a utility process: messages and one exit, which may come long after `kill()` or never. */
class FakeProcess implements StationProcess {
  killed = 0;
  #message: (message: unknown) => void = () => {};
  #exit: (code: number | null) => void = () => {};
  onMessage(listener: (message: unknown) => void): void {
    this.#message = listener;
  }
  onExit(listener: (code: number | null) => void): void {
    this.#exit = listener;
  }
  kill(): void {
    this.killed += 1;
  }
  say(message: unknown): void {
    this.#message(message);
  }
  exit(code: number | null): void {
    this.#exit(code);
  }
}

const ready = (port: number) => ({ type: 'ready', origin: `http://127.0.0.1:${port}`, secret: 's'.repeat(32) });

function setUp() {
  const clock = new VirtualClock();
  const children: FakeProcess[] = [];
  const log: string[] = [];
  let lost = 0;
  let broken = false;
  const keeper = new StationKeeper({
    clock,
    log: (line) => log.push(line),
    lost: () => {
      lost += 1;
    },
    spawn: () => {
      if (broken) throw new Error('no such file');
      const child = new FakeProcess();
      children.push(child);
      return child;
    },
  });
  return {
    clock,
    children,
    log,
    keeper,
    lost: () => lost,
    breakSpawn: () => {
      broken = true;
    },
  };
}

test('knows the station once it says that it is ready', () => {
  const { keeper, children } = setUp();
  expect(children).toHaveLength(0);
  keeper.start();
  keeper.start();
  expect(children).toHaveLength(1);
  children[0]?.say({ type: 'progress' });
  expect(keeper.address).toBeNull();
  children[0]?.say(ready(4001));
  expect(keeper.address?.origin).toBe('http://127.0.0.1:4001');
});

test('starts a dead station again and forgets its address and what it allowed', () => {
  const { keeper, children, clock, lost, log } = setUp();
  keeper.start();
  children[0]?.say(ready(4001));
  children[0]?.exit(139);
  expect(keeper.address).toBeNull();
  expect(lost()).toBe(1);
  expect(log.join('\n')).toContain('code 139');
  clock.advance(499);
  expect(children).toHaveLength(1);
  clock.advance(1);
  children[1]?.say(ready(4002));
  expect(keeper.address?.origin).toBe('http://127.0.0.1:4002');
});

test('the reason of a failed start is logged', () => {
  const { keeper, children, log } = setUp();
  keeper.start();
  children[0]?.say({ type: 'failed', message: 'The port 7410 is in use.' });
  children[0]?.say({ type: 'failed', message: 7 });
  expect(log).toEqual(['the station could not start: The port 7410 is in use.']);
});

test('a station that never becomes ready is ended and tried again', () => {
  const { keeper, children, clock } = setUp();
  keeper.start();
  clock.advance(60_000);
  expect(children[0]?.killed).toBe(1);
  children[0]?.exit(null);
  clock.advance(500);
  expect(children).toHaveLength(2);
});

test('a ready station is not ended for having been slow', () => {
  const { keeper, children, clock } = setUp();
  keeper.start();
  clock.advance(59_000);
  children[0]?.say(ready(1));
  clock.advance(3_600_000);
  expect(children[0]?.killed).toBe(0);
});

test('words of a station that has gone count for nothing', () => {
  const { keeper, children, clock } = setUp();
  keeper.start();
  children[0]?.exit(1);
  clock.advance(500);
  children[0]?.say(ready(4001));
  children[0]?.exit(1);
  expect(keeper.address).toBeNull();
  expect(children).toHaveLength(2);
});

test('a station that cannot even be spawned is tried on the same ladder', () => {
  const { keeper, clock, log, breakSpawn } = setUp();
  breakSpawn();
  keeper.start();
  clock.advance(3_600_000);
  expect(log.filter((line) => line.includes('no such file')).length).toBeLessThan(20);
  expect(clock.pending).toBe(1);
});

test('stop waits for the end, and nothing starts afterwards', async () => {
  const { keeper, children, clock } = setUp();
  keeper.start();
  children[0]?.say(ready(1));
  const stopped = keeper.stop();
  expect(children[0]?.killed).toBe(1);
  children[0]?.exit(0);
  await stopped;
  clock.advance(3_600_000);
  expect(children).toHaveLength(1);
  expect(clock.pending).toBe(0);
});

test('stop does not wait for ever, and cancels a pending restart', async () => {
  const hanging = setUp();
  hanging.keeper.start();
  const stopped = hanging.keeper.stop();
  hanging.clock.advance(5_000);
  await stopped;

  const waiting = setUp();
  waiting.keeper.start();
  waiting.children[0]?.exit(1);
  await waiting.keeper.stop();
  waiting.clock.advance(3_600_000);
  expect(waiting.children).toHaveLength(1);
});
