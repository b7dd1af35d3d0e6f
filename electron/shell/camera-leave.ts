import type { Transformer } from 'node:stream/web';
import * as v from 'valibot';
import { KioskSnapshot } from '../../shared/contract/kiosk.ts';

/**
 * Reads the kiosk's event stream as it passes to the page, and knows whether the visit allows the camera before the page does.
 *
 * Anything that is not a complete, valid snapshot allows nothing; so does the end of the stream.
 */
export class CameraLeave {
  #allowed = false;
  #stream: object | null = null;

  get allowed(): boolean {
    return this.#allowed;
  }

  /** A pass-through for one stream. The newest stream is the one that counts. */
  tap(): TransformStream<Uint8Array, Uint8Array> {
    const stream = {};
    this.#stream = stream;
    this.#allowed = false;
    const decoder = new TextDecoder();
    let rest = '';
    const transformer: Transformer<Uint8Array, Uint8Array> & { cancel(): void } = {
      transform: (chunk, controller) => {
        rest += decoder.decode(chunk, { stream: true });
        const blocks = rest.split(/\r?\n\r?\n/);
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          const allowed = readAllowed(block);
          if (allowed !== null && this.#stream === stream) this.#allowed = allowed;
        }
        controller.enqueue(chunk);
      },
      flush: () => this.#ended(stream),
      cancel: () => this.#ended(stream),
    };
    return new TransformStream(transformer);
  }

  /** Takes the leave away: the window closed or the station went. */
  revoke(): void {
    this.#stream = null;
    this.#allowed = false;
  }

  #ended(stream: object): void {
    if (this.#stream === stream) this.revoke();
  }
}

/** Whether one event says that the camera is allowed; null for an event that is not a snapshot. */
export function readAllowed(block: string): boolean | null {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    const match = /^(event|data): ?(.*)$/.exec(line);
    if (match?.[1] === 'event') name = match[2] ?? '';
    if (match?.[1] === 'data') data.push(match[2] ?? '');
  }
  if (name !== 'snapshot') return null;
  const snapshot = v.safeParse(KioskSnapshot, parseJson(data.join('\n')));
  return snapshot.success && snapshot.output.store.cameraOffered && snapshot.output.visit?.camera === 'allowed';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
