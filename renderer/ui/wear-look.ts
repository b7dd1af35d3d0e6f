const worn = (): string => getComputedStyle(document.documentElement).getPropertyValue('--look').trim();

/**
 * Puts on a version of the store's look, unless the page wears it already. The old style sheet goes when the new one is there, so that
 * no frame is painted in neither.
 */
export function wearLook(version: number): void {
  const address = `/theme-${version}.css`;
  if (worn() === String(version) || document.querySelector(`link[href="${address}"]`)) return;
  const before = document.querySelectorAll('link[rel="stylesheet"][href^="/theme"]');
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  link.addEventListener('load', () => {
    for (const old of before) old.remove();
  });
  // The next snapshot tries again.
  link.addEventListener('error', () => link.remove());
  document.head.append(link);
}
