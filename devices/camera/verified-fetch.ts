import { InternalError, OperatorError } from '../../shared/errors.ts';
import type { Fetch } from './tensorflow.ts';
import list from './vendor/models.json';

/**
 * A `fetch` that knows only the reviewed model files below `base` and refuses any other bytes under their names.
 * The build checks the same hashes; this catches a file that was changed or cut short on the kiosk itself.
 */
export function verifiedFetch(base: URL): Fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, base);
    const file = list.files.find(({ to }) => new URL(to, base).pathname === url.pathname);
    if (!file || url.origin !== base.origin)
      throw new InternalError('face-model-unknown', 'no such model file', { url: url.href });
    const response = await fetch(url, init);
    if (!response.ok) {
      throw new OperatorError('face-model-missing', 'A face model file is missing: run "npm run build:pages".', {
        file: file.to,
      });
    }
    const bytes = await response.arrayBuffer();
    if (hex(await crypto.subtle.digest('SHA-256', bytes)) !== file.sha256) {
      throw new OperatorError('face-model-damaged', 'A face model file is damaged: run "npm run build:pages".', {
        file: file.to,
      });
    }
    return new Response(bytes, {
      headers: { 'content-type': response.headers.get('content-type') ?? 'application/octet-stream' },
    });
  };
}

const hex = (digest: ArrayBuffer): string =>
  [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
