import { FaceApiEngine } from '../../../../devices/camera/face-api-engine.ts';
import { type Port, serve } from '../../../../devices/camera/serve.ts';
import type { Sight } from '../../../../devices/camera/sight.ts';

/** The kiosk's own worker, that also tells what each look saw: in the kiosk this number stays inside. */
class ToldEngine extends FaceApiEngine {
  override async look(frame: OffscreenCanvas, mayRead: boolean): Promise<Sight> {
    const sight = await super.look(frame, mayRead);
    self.postMessage({ kind: 'sight', sight });
    return sight;
  }
}

await serve(self as unknown as Port, new ToldEngine(new URL('/', self.location.href)));
