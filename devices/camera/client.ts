import type { Clock } from '../../shared/clock.ts';
import { elapsed, type Millis, type MonoMs, millis } from '../../shared/units.ts';
import { browserClock } from './browser-clock.ts';
import { restAfter } from './pace.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { type Evidence, NOBODY_AFTER, type Seen, type SightEnd } from './sight.ts';
import { type FrameSource, type Opening, openCamera } from './source.ts';

/** Why the camera went off without being told to. */
export type CameraEnd = SightEnd | 'denied' | 'unavailable' | 'hidden' | 'fault';

export interface CameraEvents {
  /** At most once a second. */
  evidence(evidence: Evidence): void;
  /** What one look found, at most five times a second. */
  seen(seen: Seen): void;
  /** The track became live, or is live no longer. */
  live(live: boolean): void;
  /** The camera ended by itself; it stays off until the next {@link CameraClient.start}. Never called by `stop()`. */
  ended(reason: CameraEnd): void;
}

/** The part of a `Worker` that is used. */
export interface FaceWorker {
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => unknown) | null;
  onerror: ((event: ErrorEvent) => unknown) | null;
}

/** What surrounds the client; tests put stand-ins here. */
export interface CameraSurroundings {
  readonly clock: Clock;
  open(onEnded: () => void): Promise<Opening>;
  createWorker(): FaceWorker;
  /** Calls back when nobody can see the page any more; returns a function that stops listening. */
  onHidden(action: () => void): () => void;
}

const browser: CameraSurroundings = {
  clock: browserClock,
  open: openCamera,
  createWorker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'prevenance-face' }),
  onHidden(action) {
    const check = () => document.visibilityState === 'hidden' && action();
    document.addEventListener('visibilitychange', check);
    window.addEventListener('pagehide', action);
    check();
    return () => {
      document.removeEventListener('visibilitychange', check);
      window.removeEventListener('pagehide', action);
    };
  },
};

/** A look that takes longer hangs: the worker is replaced. */
const LOOK_LIMIT = millis(2_000);
/** Loading 2 MB of library and 1.5 MB of networks on the slowest machine that may run this. */
const LOAD_LIMIT = millis(15_000);
/** After this many replaced workers the camera gives up. */
const MAX_STRIKES = 2;

/** Runs the camera from consent to its end. Does nothing until `start()`. */
export class CameraClient {
  readonly #events: CameraEvents;
  readonly #around: CameraSurroundings;
  #source: FrameSource | null = null;
  #worker: FaceWorker | null = null;
  /** Different for every start: whatever an earlier one still brings is ignored. */
  #run = 0;
  #running = false;
  #strikes = 0;
  #lastFrameAt: MonoMs | null = null;
  #cancelTimer: () => void = () => undefined;
  #stopListening: () => void = () => undefined;

  constructor(events: CameraEvents, around: CameraSurroundings = browser) {
    this.#events = events;
    this.#around = around;
  }

  get live(): boolean {
    return this.#source?.live ?? false;
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#strikes = 0;
    this.#run += 1;
    const run = this.#run;
    this.#stopListening = this.#around.onHidden(() => this.#end('hidden'));
    if (this.#running) void this.#open(run);
    // Hidden from the first moment: ended before there was anything to stop listening with.
    else this.#stopListening();
  }

  /** Ends the track before it returns, and the worker with everything it remembers. */
  stop(): void {
    if (!this.#running) return;
    this.#running = false;
    this.#run += 1;
    const wasLive = this.live;
    this.#source?.stop();
    this.#source = null;
    this.#dropWorker();
    this.#stopListening();
    if (wasLive) this.#events.live(false);
  }

  async #open(run: number): Promise<void> {
    const opening = await this.#around.open(() => {
      if (run !== this.#run) return;
      this.#events.live(false);
      this.#end('unavailable');
    });
    if (run !== this.#run) {
      // Stopped while the camera was being opened.
      if (opening.ok) opening.source.stop();
      return;
    }
    if (!opening.ok) return this.#end(opening.reason);
    this.#source = opening.source;
    this.#lastFrameAt = this.#around.clock.mono();
    this.#events.live(true);
    this.#hire();
  }

  #end(reason: CameraEnd): void {
    if (!this.#running) return;
    this.stop();
    this.#events.ended(reason);
  }

  #hire(): void {
    const worker = this.#around.createWorker();
    this.#worker = worker;
    this.#limit(LOAD_LIMIT);
    worker.onerror = () => this.#strike();
    let sentAt: MonoMs | null = null;
    const next = async (): Promise<void> => {
      // Covers taking the frame too: a camera driver can hang as well as a worker.
      this.#limit(LOOK_LIMIT);
      const frame = (await this.#source?.grab()) ?? null;
      if (this.#worker !== worker) return frame?.close();
      const now = this.#around.clock.mono();
      if (!frame) {
        if (elapsed(this.#lastFrameAt!, now) >= NOBODY_AFTER) return this.#end('unavailable');
        this.#rest(restAfter(millis(0)), next);
        return;
      }
      this.#lastFrameAt = now;
      sentAt = now;
      worker.postMessage({ kind: 'look', frame }, [frame]);
    };
    worker.onmessage = ({ data }) => {
      if (data.kind === 'fault') return this.#end('fault');
      if (data.kind === 'ready') return void next();
      if (data.end) return this.#end(data.end);
      this.#events.seen(data.seen);
      if (data.evidence) this.#events.evidence(data.evidence);
      // The listeners may have stopped the camera.
      if (this.#worker === worker) this.#rest(restAfter(elapsed(sentAt!, this.#around.clock.mono())), next);
    };
  }

  #rest(delay: Millis, next: () => Promise<void>): void {
    this.#setTimer(delay, () => void next());
  }

  #limit(limit: Millis): void {
    this.#setTimer(limit, () => this.#strike());
  }

  /** There is one timer: either a rest or a limit. */
  #setTimer(delay: Millis, action: () => void): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#around.clock.after(delay, action);
  }

  #strike(): void {
    this.#strikes += 1;
    if (this.#strikes >= MAX_STRIKES) {
      this.#end('fault');
      return;
    }
    this.#dropWorker();
    this.#hire();
  }

  #dropWorker(): void {
    this.#cancelTimer();
    if (!this.#worker) return;
    this.#worker.onmessage = null;
    this.#worker.onerror = null;
    this.#worker.terminate();
    this.#worker = null;
  }
}
