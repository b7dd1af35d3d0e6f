import { FRAME } from './engine.ts';

/** Pictures a second asked of the camera: at most five are looked at, and each one costs decoding. A wish, so that no camera is refused for it. */
const RATE = 10;

/** Where frames come from. Live until stopped or unplugged. */
export interface FrameSource {
  /** Exactly "the track's `readyState` is live". */
  readonly live: boolean;
  /** The present frame, or null while the camera gives none. */
  grab(): Promise<ImageBitmap | null>;
  /** Ends the track before it returns. */
  stop(): void;
}

/** An open camera, or why there is none. */
export type Opening =
  | { readonly ok: true; readonly source: FrameSource }
  | { readonly ok: false; readonly reason: 'denied' | 'unavailable' };

/**
 * Asks for the camera, picture only.
 * @param onEnded called when the track ends without {@link FrameSource.stop}: unplugged, or taken away by the system.
 */
export async function openCamera(onEnded: () => void): Promise<Opening> {
  let stream: MediaStream;
  try {
    // Absent on a page that is not a secure context.
    if (!navigator.mediaDevices) return { ok: false, reason: 'unavailable' };
    stream = await navigator.mediaDevices.getUserMedia({ video: { ...FRAME, frameRate: RATE }, audio: false });
  } catch (error) {
    return { ok: false, reason: error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'unavailable' };
  }
  const source = new CameraSource(stream, onEnded);
  return { ok: true, source };
}

class CameraSource implements FrameSource {
  readonly #stream: MediaStream;
  readonly #track: MediaStreamTrack;
  /** Never attached to the page: nobody sees themselves filmed. */
  readonly #video = document.createElement('video');
  readonly #onEnded: () => void;

  constructor(stream: MediaStream, onEnded: () => void) {
    this.#stream = stream;
    this.#track = stream.getVideoTracks()[0]!;
    this.#onEnded = onEnded;
    this.#track.addEventListener('ended', onEnded);
    this.#video.muted = true;
    this.#video.srcObject = stream;
    // Refused when the source is stopped before the first frame; `grab` then answers null.
    this.#video.play().catch(() => undefined);
  }

  get live(): boolean {
    return this.#track.readyState === 'live';
  }

  async grab(): Promise<ImageBitmap | null> {
    if (!this.live || this.#track.muted || this.#video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
    return createImageBitmap(this.#video).catch(() => null);
  }

  stop(): void {
    this.#track.removeEventListener('ended', this.#onEnded);
    for (const track of this.#stream.getTracks()) track.stop();
    this.#video.srcObject = null;
  }
}
