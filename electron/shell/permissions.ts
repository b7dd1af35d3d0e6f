import { isKioskOrigin, isKioskUrl } from './app-origin.ts';

/** One question about a permission, from either of Electron's two handlers. */
export interface PermissionQuestion {
  /** Electron's name for it, for example `media` or `geolocation`. A string: names unknown today are refused too. */
  readonly permission: string;
  /** What `media` asks for; empty when the question does not say. */
  readonly media: readonly string[];
  /** Origin of the asking document. */
  readonly origin: string;
  /** Last address the asking frame loaded. */
  readonly url: string;
  readonly isMainFrame: boolean;
}

/**
 * The camera's picture for the kiosk's own page while the visit's consent stands; nothing else, ever.
 * @param cameraAllowed whether the station says that the shopper of this visit agreed to the camera.
 */
export function mayUse(question: PermissionQuestion, cameraAllowed: boolean): boolean {
  return (
    cameraAllowed &&
    question.permission === 'media' &&
    question.media.length > 0 &&
    question.media.every((kind) => kind === 'video') &&
    question.isMainFrame &&
    isKioskOrigin(question.origin) &&
    isKioskUrl(question.url)
  );
}
