import { FRAME } from '../../../../devices/camera/engine.ts';
import type { FromWorker } from '../../../../devices/camera/protocol.ts';
import type { Sight } from '../../../../devices/camera/sight.ts';
import { type EngineReport, runOriginal, runOurs } from './engines.ts';
import { draw, type Placement } from './place.ts';
import type { Scored } from './score-worker.ts';

/** What the benches ask of the page. */
export interface FaceLab {
  /** Scores the picture at an address of this site. */
  score(address: string): Promise<Scored>;
  /** What the kiosk's worker sees when its camera gives the same frame. */
  kiosk(address: string, placement: Placement): Promise<Sight>;
  runOurs(pictures: readonly string[], rounds: number): Promise<EngineReport>;
  runOriginal(pictures: readonly string[], rounds: number, backend: 'webgl' | 'cpu'): Promise<EngineReport>;
}

declare global {
  interface Window {
    faceLab: FaceLab;
  }
}

let scorer: Worker | null = null;

window.faceLab = {
  score(address) {
    scorer ??= new Worker(new URL('./score-worker.ts', import.meta.url), { type: 'module' });
    const worker = scorer;
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Scored>) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(address);
    });
  },
  async kiosk(address, placement) {
    const canvas = document.createElement('canvas');
    canvas.width = FRAME.width;
    canvas.height = FRAME.height;
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    draw(context, await createImageBitmap(await (await fetch(address)).blob()), placement);
    const frame = await createImageBitmap(canvas);
    const worker = new Worker(new URL('./kiosk-worker.ts', import.meta.url), { type: 'module' });
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromWorker | { kind: 'sight'; sight: Sight }>) => {
        if (data.kind === 'ready') worker.postMessage({ kind: 'look', frame }, [frame]);
        if (data.kind === 'fault') reject(new Error(data.code));
        if (data.kind !== 'sight') return;
        worker.terminate();
        resolve(data.sight);
      };
    });
  },
  runOurs,
  runOriginal,
};
