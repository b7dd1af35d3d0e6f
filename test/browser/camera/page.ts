import { browserClock } from '../../../devices/camera/browser-clock.ts';
import { CameraClient, type CameraEnd, type CameraEvents, type FaceWorker } from '../../../devices/camera/client.ts';
import type { Evidence, Seen } from '../../../devices/camera/sight.ts';
import { openCamera } from '../../../devices/camera/source.ts';
import { type HookReport, hook } from './hook.tsx';
import type { ProbeQuestion, ProbeReport } from './probe-worker.ts';
import type { SoakSample } from './soak-worker.ts';

/** What the test reads back from the page. */
export interface CameraLab {
  start(engine: 'real' | 'stub' | 'hung'): void;
  stop(): void;
  state(): {
    live: boolean;
    evidence: Evidence[];
    seen: Seen[];
    /** When each message left the worker, in milliseconds. */
    postedAt: number[];
    ended: CameraEnd | null;
    tracks: MediaStreamTrackState[];
    posts: string[];
  };
  probe(question: ProbeQuestion): Promise<ProbeReport>;
  /** Looks without a rest; tells `window.soaked` now and then. */
  soak(question: { pictures: string[]; looks: number; every: number }): Promise<void>;
  hook: {
    mount(): void;
    /** Answers with the states of all tracks in the same tick. */
    allow(allowed: boolean): MediaStreamTrackState[];
    unmount(): MediaStreamTrackState[];
    report(): HookReport;
  };
  /** The library as it comes, on the page's own thread: the baseline of the bench. */
  baseline(backend: 'webgl' | 'cpu', rounds: number): Promise<{ msPerFrame: number; backend: string }>;
}

declare global {
  interface Window {
    lab: CameraLab;
    soaked(sample: SoakSample): Promise<void>;
  }
}

const evidence: Evidence[] = [];
const seen: Seen[] = [];
const postedAt: number[] = [];
const tracks: MediaStreamTrack[] = [];
const posts: string[] = [];
let ended: CameraEnd | null = null;
let live = false;

const open = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
if (open) {
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await open(constraints);
    tracks.push(...stream.getTracks());
    return stream;
  };
}

const states = () => tracks.map((track) => track.readyState);

const events: CameraEvents = {
  evidence: (one) => evidence.push(one),
  seen: (one) => seen.push(one),
  live: (now) => {
    live = now;
  },
  ended: (reason) => {
    ended = reason;
  },
};

const listened = (worker: Worker): FaceWorker => {
  worker.addEventListener('message', ({ data }) => {
    posts.push(JSON.stringify(data));
    postedAt.push(performance.now());
  });
  return worker;
};
const around = (createWorker: () => Worker) => ({
  clock: browserClock,
  open: openCamera,
  createWorker: () => listened(createWorker()),
  onHidden: () => () => undefined,
});
const clients = {
  real: () =>
    new CameraClient(
      events,
      around(() => new Worker(new URL('../../../devices/camera/worker.ts', import.meta.url), { type: 'module' })),
    ),
  stub: () =>
    new CameraClient(
      events,
      around(() => new Worker(new URL('./stub-worker.ts', import.meta.url), { type: 'module' })),
    ),
  hung: () =>
    new CameraClient(
      events,
      around(() => new Worker(new URL('./hung-worker.ts', import.meta.url), { type: 'module' })),
    ),
};
let client: CameraClient | null = null;

window.lab = {
  start(engine) {
    client = clients[engine]();
    client.start();
  },
  stop: () => client?.stop(),
  state: () => ({ live, evidence, seen, postedAt, ended, tracks: states(), posts }),
  probe(question) {
    const worker = new Worker(new URL('./probe-worker.ts', import.meta.url), { type: 'module' });
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<ProbeReport>) => {
        worker.terminate();
        resolve(data);
      };
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(question);
    });
  },
  soak(question) {
    const worker = new Worker(new URL('./soak-worker.ts', import.meta.url), { type: 'module' });
    return new Promise((resolve, reject) => {
      worker.onmessage = async ({ data }: MessageEvent<SoakSample>) => {
        await window.soaked(data);
        if (data.looks === question.looks) resolve();
      };
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(question);
    });
  },
  hook: {
    ...hook,
    allow(allowed) {
      hook.allow(allowed);
      return states();
    },
    unmount() {
      hook.unmount();
      return states();
    },
  },
  async baseline(backend, rounds) {
    const { baseline } = await import('./baseline.ts');
    return baseline(backend, rounds);
  },
};
