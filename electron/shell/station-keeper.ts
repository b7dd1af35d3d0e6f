import type { Clock } from '../../shared/clock.ts';
import { elapsed, type Millis, type MonoMs, seconds } from '../../shared/units.ts';
import { failed, type Ladder, rested, stationLadder } from './restart-ladder.ts';
import { readFailure, readReady, type StationAddress } from './station-address.ts';

/** A started station process, whatever kind of process that is. */
export interface StationProcess {
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: (code: number | null) => void): void;
  /** Asks it to end; an exit follows. */
  kill(): void;
}

export interface StationKeeperParts {
  spawn(): StationProcess;
  readonly clock: Clock;
  log(line: string): void;
  /** The station went: whatever it allowed is no longer allowed. */
  lost(): void;
}

/** Migrations on a slow disk are part of a start. */
const readyWithin = seconds(60);
/** An orderly stop checkpoints the database. */
const stopWithin = seconds(5);

/** Keeps one station running and knows where it listens. */
export class StationKeeper {
  readonly #parts: StationKeeperParts;
  #child: StationProcess | null = null;
  #address: StationAddress | null = null;
  #ladder: Ladder = rested;
  #cancelTimer: () => void = () => {};
  #running = false;
  #stopped: (() => void) | null = null;

  constructor(parts: StationKeeperParts) {
    this.#parts = parts;
  }

  /** Where the station listens; null while there is none. */
  get address(): StationAddress | null {
    return this.#address;
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#spawn();
  }

  /** Ends the station and waits until it has gone, for a few seconds at most. */
  async stop(): Promise<void> {
    if (!this.#running) return;
    this.#running = false;
    this.#cancelTimer();
    const child = this.#child;
    if (child === null) return;
    await new Promise<void>((resolve) => {
      this.#stopped = resolve;
      this.#cancelTimer = this.#parts.clock.after(stopWithin, resolve);
      child.kill();
    });
    this.#cancelTimer();
  }

  #spawn(): void {
    const { clock, log, spawn } = this.#parts;
    const startedAt = clock.mono();
    let child: StationProcess;
    try {
      child = spawn();
    } catch (error) {
      log(`the station could not be started: ${error instanceof Error ? error.message : String(error)}`);
      this.#again(startedAt);
      return;
    }
    this.#child = child;
    this.#cancelTimer = clock.after(readyWithin, () => {
      log(`the station was not ready after ${readyWithin / 1000} s`);
      child.kill();
    });
    child.onMessage((message) => {
      if (this.#child !== child || !this.#running) return;
      const failure = readFailure(message);
      if (failure !== null) log(`the station could not start: ${failure}`);
      const address = readReady(message);
      if (address === null) return;
      this.#cancelTimer();
      this.#address = address;
    });
    child.onExit((code) => {
      if (this.#child !== child) return;
      this.#cancelTimer();
      this.#child = null;
      this.#address = null;
      this.#parts.lost();
      this.#stopped?.();
      if (!this.#running) return;
      log(`the station ended (code ${code ?? 'none'})`);
      this.#again(startedAt);
    });
  }

  #again(startedAt: MonoMs): void {
    const { clock, log } = this.#parts;
    const upFor: Millis = elapsed(startedAt, clock.mono());
    const { ladder, wait } = failed(this.#ladder, upFor, stationLadder);
    this.#ladder = ladder;
    log(`starting the station again in ${wait / 1000} s`);
    this.#cancelTimer = clock.after(wait, () => this.#spawn());
  }
}
