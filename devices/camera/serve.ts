import type { Clock } from '../../shared/clock.ts';
import { PrevenanceError } from '../../shared/errors.ts';
import { browserClock } from './browser-clock.ts';
import { type FaceEngine, FRAME } from './engine.ts';
import { judgePicture, type LastPicture } from './picture.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import type { Sight } from './sight.ts';
import { surface } from './surface.ts';
import { look, mayRead, watchFrom } from './window.ts';

/** The worker's side of the channel; in a worker it is `self`. */
export interface Port {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent<ToWorker>) => unknown) | null;
}

const THUMBNAIL = { width: 32, height: 24 } as const;

/** Answers every frame on `port` with `engine` until the worker is terminated. */
export async function serve(port: Port, engine: FaceEngine, clock: Pick<Clock, 'mono'> = browserClock): Promise<void> {
  const canvas = surface(FRAME.width, FRAME.height);
  const thumbnail = surface(THUMBNAIL.width, THUMBNAIL.height);
  try {
    await engine.start();
  } catch (cause) {
    port.postMessage({ kind: 'fault', code: cause instanceof PrevenanceError ? cause.code : 'engine-start' });
    return;
  }
  let watch = watchFrom(clock.mono());
  let picture: LastPicture | null = null;

  port.onmessage = async ({ data: { frame } }) => {
    const now = clock.mono();
    canvas.context.drawImage(frame, 0, 0, FRAME.width, FRAME.height);
    frame.close();
    thumbnail.context.drawImage(canvas.canvas, 0, 0, THUMBNAIL.width, THUMBNAIL.height);
    const judged = judgePicture(picture, thumbnail.context.getImageData(0, 0, THUMBNAIL.width, THUMBNAIL.height).data, now);
    thumbnail.context.clearRect(0, 0, THUMBNAIL.width, THUMBNAIL.height);
    picture = judged.last;
    try {
      const sight: Sight = judged.fault
        ? { faces: 0, quality: judged.fault, negative: null }
        : await engine.look(canvas.canvas, mayRead(watch, now));
      const step = look(watch, sight, now);
      watch = step.watch;
      port.postMessage({ kind: 'done', seen: step.seen, evidence: step.evidence, end: step.end });
    } catch {
      port.postMessage({ kind: 'fault', code: 'engine-look' });
    } finally {
      canvas.context.clearRect(0, 0, FRAME.width, FRAME.height);
    }
  };
  port.postMessage({ kind: 'ready' });
}
