import { createReadStream } from 'node:fs';
import type { Clock } from '../../../shared/clock.ts';
import type { RadioStatus } from '../../../shared/contract/index.ts';
import { OperatorError, PrevenanceError } from '../../../shared/errors.ts';
import { after, elapsed, millis } from '../../../shared/units.ts';
import type { Advertisement, AdvertisementSource } from '../advertisement.ts';
import { Meter } from '../host/meter.ts';
import { Reassembly } from '../reassembly.ts';
import { advertisingReports } from '../reports.ts';
import { readBtsnoop } from './btsnoop.ts';

export interface ReplayOptions {
  /** A btsnoop capture. */
  readonly file: string;
  readonly clock: Clock;
  /** The radio that pretends to have heard it. */
  readonly receiver: string;
  /** `real-time` keeps the capture's own pace; `fast` gives everything as soon as it is read. */
  readonly pace: 'real-time' | 'fast';
}

/** Shorter waits than this are skipped: a timer would cost more than the packet. */
const shortestWait = 5;

/** A capture played as if the kiosk's radio heard it now. */
export class ReplaySource implements AdvertisementSource {
  readonly #options: ReplayOptions;
  #stopped: AbortController | null = null;
  /** Ends when the capture was played to its end, or stopped. */
  #played: Promise<void> = Promise.resolve();

  constructor(options: ReplayOptions) {
    this.#options = options;
  }

  async start(deliver: (advertisement: Advertisement) => void, report: (status: RadioStatus) => void): Promise<void> {
    if (this.#stopped !== null) return;
    const stopped = new AbortController();
    this.#stopped = stopped;
    this.#played = this.#play(deliver, report, stopped.signal);
  }

  async stop(): Promise<void> {
    this.#stopped?.abort();
    this.#stopped = null;
    await this.#played;
  }

  /** Resolves when the capture was played to its end, or stopped. */
  get done(): Promise<void> {
    return this.#played;
  }

  async #play(
    deliver: (advertisement: Advertisement) => void,
    report: (status: RadioStatus) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock, file, receiver, pace } = this.#options;
    const meter = new Meter();
    const reassembly = new Reassembly();
    let news: Pick<RadioStatus, 'state' | 'reason' | 'detail'>;
    const again = () => {
      const lastAdvertisementAgeMs = meter.last === null ? null : elapsed(meter.last, clock.mono());
      report({ ...news, advertisementsPerSecond: meter.perSecond, lastAdvertisementAgeMs, restarts: 0 });
    };
    const tell = (state: RadioStatus['state'], reason: string | null, detail: string) => {
      news = { state, reason, detail };
      again();
    };
    tell('listening', 'replay', `Replaying the capture ${file}.`);
    // Goes on after the end, so that nobody reads figures of minutes ago as those of now.
    const cancelTick = clock.every(millis(1000), () => {
      meter.tick();
      again();
    });
    signal.addEventListener('abort', cancelTick);
    const stream = createReadStream(file);
    try {
      const began = clock.mono();
      for await (const { micros, event } of readBtsnoop(stream)) {
        const due = after(began, millis(micros / 1000));
        if (pace === 'real-time' && elapsed(clock.mono(), due) > shortestWait) await this.#until(due, signal);
        if (signal.aborted) break;
        const at = clock.mono();
        for (const report of advertisingReports(event)) {
          const whole = reassembly.take(report, micros / 1000);
          if (whole === null) continue;
          meter.heard(at);
          deliver({ receiver, address: whole.address, rssi: whole.rssi, data: whole.data, at });
        }
      }
      if (signal.aborted) tell('off', null, 'The radio is switched off.');
      else tell('silent', 'replay-ended', `The capture ${file} was played to its end.`);
    } catch (error) {
      const { code, message } = error instanceof PrevenanceError ? error : unreadable(file, error);
      tell('unavailable', code, message);
    } finally {
      stream.destroy();
    }
  }

  #until(due: ReturnType<typeof after>, signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    return new Promise((resolve) => {
      const wake = () => {
        cancel();
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const cancel = clock.after(elapsed(clock.mono(), due), wake);
      signal.addEventListener('abort', wake);
    });
  }
}

/** What the operating system said about a file, in words for the operator. */
export function unreadable(file: string, cause: unknown): OperatorError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new OperatorError('unreadable-file', `Cannot read ${file}: ${why}`, { file }, cause);
}
