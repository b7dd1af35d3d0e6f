import { isKioskUrl } from './app-origin.ts';

/** Ways a page could leave the kiosk. A new window and a `<webview>` are refused whatever they point at. */
export type Leaving = 'navigate' | 'frame-navigate' | 'redirect' | 'new-window' | 'webview';

/**
 * Whether a page may go to `url`. Only the kiosk's own page, in its own frame, by reloading itself: a sub-frame is never part of it.
 */
export function mayGo(how: Leaving, url: string, isMainFrame: boolean): boolean {
  if (how === 'new-window' || how === 'webview') return false;
  return isMainFrame && isKioskUrl(url);
}

/**
 * Whether the kiosk's session may fetch `url` at all, by whatever means: a second fence behind the content security policy.
 * @param packaged false lets a developer's tools load their own pages.
 */
export function mayLoad(url: string, packaged: boolean): boolean {
  return isKioskUrl(url) || (!packaged && url.startsWith('devtools://'));
}
