import type { CameraEnd, CameraSurroundings, FaceWorker } from '../../../devices/camera/client.ts';
import type { FromWorker, ToWorker } from '../../../devices/camera/protocol.ts';
import type { Evidence, Seen } from '../../../devices/camera/sight.ts';
import type { FrameSource, Opening } from '../../../devices/camera/source.ts';
import type { Clock } from '../../../shared/clock.ts';
import { epochMs, type Millis, monoMs } from '../../../shared/units.ts';

/** Time that passes only when told to; timers fire in order, as a browser's do, and promises settle in between. */
export class ManualClock implements Clock {
  #now = 0;
  #timers: { at: number; action: () => void }[] = [];

  wall = () => epochMs(this.#now);
  mono = () => monoMs(this.#now);

  after(delay: Millis, action: () => void): () => void {
    const timer = { at: this.#now + delay, action };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  every(): () => void {
    throw new Error('the camera has no periodic timer');
  }

  get timers(): number {
    return this.#timers.length;
  }

  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settled();
      const [next] = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#timers = this.#timers.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.at);
      next.action();
    }
    this.#now = end;
    await settled();
  }
}

/** Lets every promise that can settle do so. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A frame as `createImageBitmap` gives it: it holds memory until closed or transferred. */
export class FakeFrame {
  closed = false;
  readonly width = 640;
  readonly height = 480;
  close(): void {
    this.closed = true;
  }
}

/** A camera whose track is live until stopped; `dark` stands for a track that gives no frames (muted), `hung` for a driver that never answers. */
export class FakeSource implements FrameSource {
  live = true;
  dark = false;
  hung = false;
  #waiting: (frame: ImageBitmap) => void = () => undefined;

  grab(): Promise<ImageBitmap | null> {
    if (this.hung) {
      return new Promise((resolve) => {
        this.#waiting = resolve;
      });
    }
    return Promise.resolve(this.dark || !this.live ? null : new FakeFrame());
  }

  /** The hung driver answers after all. */
  answer(): FakeFrame {
    const frame = new FakeFrame();
    this.#waiting(frame);
    return frame;
  }

  stop(): void {
    this.live = false;
  }
}

/** A worker that says only what a test makes it say. */
export class FakeWorker implements FaceWorker {
  onmessage: FaceWorker['onmessage'] = null;
  onerror: FaceWorker['onerror'] = null;
  terminated = false;
  readonly looks: ToWorker[] = [];

  postMessage(message: ToWorker): void {
    // After terminate() a real worker drops messages silently.
    if (!this.terminated) this.looks.push(message);
  }

  terminate(): void {
    this.terminated = true;
  }

  say(data: FromWorker): void {
    this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }
}

/** Everything around one client, and a record of what it reported. */
export class Stage implements CameraSurroundings {
  readonly clock = new ManualClock();
  readonly source = new FakeSource();
  readonly workers: FakeWorker[] = [];
  readonly evidence: Evidence[] = [];
  readonly seen: Seen[] = [];
  readonly live: boolean[] = [];
  readonly ended: CameraEnd[] = [];
  opens = 0;
  opening: Promise<Opening> = Promise.resolve({ ok: true, source: this.source });
  unplug: () => void = () => undefined;
  hide: () => void = () => undefined;
  listening = 0;

  readonly events = {
    evidence: (one: Evidence) => void this.evidence.push(one),
    seen: (one: Seen) => void this.seen.push(one),
    live: (now: boolean) => void this.live.push(now),
    ended: (reason: CameraEnd) => void this.ended.push(reason),
  };

  open(onEnded: () => void): Promise<Opening> {
    this.opens += 1;
    this.unplug = () => {
      this.source.live = false;
      onEnded();
    };
    return this.opening;
  }

  createWorker(): FakeWorker {
    const worker = new FakeWorker();
    this.workers.push(worker);
    return worker;
  }

  onHidden(action: () => void): () => void {
    this.listening += 1;
    this.hide = action;
    return () => {
      this.listening -= 1;
    };
  }

  get worker(): FakeWorker {
    return this.workers.at(-1)!;
  }
}
