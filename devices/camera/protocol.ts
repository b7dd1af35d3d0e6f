import type { Evidence, Seen, SightEnd } from './sight.ts';

/** From the page to the worker. The frame is transferred, so the page no longer has it. */
export interface ToWorker {
  readonly kind: 'look';
  readonly frame: ImageBitmap;
}

/** All that can leave the worker. `done` answers each frame, at most five a second; its evidence is there at most once a second. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly seen: Seen; readonly evidence: Evidence | null; readonly end: SightEnd | null }
  /** A technical cause that a fresh worker would meet again. */
  | { readonly kind: 'fault'; readonly code: string };
