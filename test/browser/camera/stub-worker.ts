import type { FaceEngine } from '../../../devices/camera/engine.ts';
import { type Port, serve } from '../../../devices/camera/serve.ts';
import type { Sight } from '../../../devices/camera/sight.ts';

/** Stands in for a face that looks negative, of which there is no freely licensed photo: at rest for 6 s, then negative in 3 looks of 4. */
class FrowningEngine implements FaceEngine {
  #startedAt: number | null = null;
  #looks = 0;

  async start(): Promise<void> {}

  async look(_frame: OffscreenCanvas, mayRead: boolean): Promise<Sight> {
    this.#startedAt ??= performance.now();
    this.#looks += 1;
    const frowns = performance.now() - this.#startedAt > 6_000 && this.#looks % 4 !== 0;
    return { faces: 1, quality: 'good', negative: mayRead ? (frowns ? 0.97 : 0.05) : null };
  }
}

await serve(self as unknown as Port, new FrowningEngine());
