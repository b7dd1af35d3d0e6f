/** The pages of this project. Each gets the narrowest headers it can work with. */
export type Page = 'kiosk' | 'staff' | 'manager' | 'transparency' | 'preview';

/**
 * Hashes of the two style sheets that react-aria puts into the page by script (`usePress`, `usePreventScroll`).
 * A test recomputes both from the installed package, so an upgrade that changes them is noticed.
 */
export const ariaStyleHashes = [
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
] as const;

/** Powerful features no page uses, as far as Chromium has a policy for them. The camera is added where it is not allowed. */
const unusedFeatures = [
  'accelerometer',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
] as const;

/**
 * Content security policy of `page`.
 *
 * Only the kiosk compiles WebAssembly (the expression estimator): without `'wasm-unsafe-eval'` its engine silently falls back to WebGL.
 */
export function contentSecurityPolicy(page: Page): string {
  const scripts = page === 'kiosk' ? "'self' 'wasm-unsafe-eval'" : "'self'";
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src 'self' ${ariaStyleHashes.join(' ')}`,
    // `data:` for the pages' empty icon, without which a browser asks for /favicon.ico.
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    // The manager's page shows the kiosk's screens in a look that is being tried; nothing else frames or is framed.
    `frame-src ${page === 'manager' ? "'self'" : "'none'"}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${page === 'preview' ? "'self'" : "'none'"}`,
  ].join('; ');
}

/**
 * Headers that accompany every answer that belongs to `page`, whoever serves it: the shell's `app:` handler or the station's HTTP server.
 *
 * `Cross-Origin-Embedder-Policy` is left out on purpose: it would switch on shared memory, and the WASM engine would then start
 * its threads from `blob:` workers, which the policy refuses.
 */
export function securityHeaders(page: Page): Readonly<Record<string, string>> {
  const denied = page === 'kiosk' ? unusedFeatures : (['camera', ...unusedFeatures] as const);
  const permissions = denied.map((feature) => `${feature}=()`);
  if (page === 'kiosk') permissions.unshift('camera=(self)');
  return {
    'content-security-policy': contentSecurityPolicy(page),
    'permissions-policy': permissions.join(', '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': page === 'preview' ? 'SAMEORIGIN' : 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}
