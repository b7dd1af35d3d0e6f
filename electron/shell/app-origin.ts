/** Scheme of the kiosk's own pages. Registered as standard and secure, so that `'self'`, workers and the camera work. */
export const appScheme = 'app';
/** The only host of {@link appScheme}. */
export const appHost = 'kiosk';
/** Origin of the kiosk page as Chromium writes it. */
const appOrigin = 'app://kiosk';
/** The page the kiosk window opens. */
export const kioskUrl = 'app://kiosk/';

/**
 * Whether `url` is inside the kiosk's own origin.
 *
 * `URL.origin` is the string `"null"` for a scheme Node does not know, so scheme, host and the absence of everything else are compared.
 */
export function isKioskUrl(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null) return false;
  return (
    parsed.protocol === `${appScheme}:` &&
    parsed.host === appHost &&
    parsed.username === '' &&
    parsed.password === '' &&
    // A blob: or filesystem: wrapper never gets here, its own scheme differs.
    url.toLowerCase().startsWith(`${appOrigin}/`)
  );
}

/** Whether `origin` (with or without the final slash Chromium adds) is the kiosk's. */
export function isKioskOrigin(origin: string): boolean {
  return origin === appOrigin || origin === `${appOrigin}/`;
}
