import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, normalize } from 'node:path';
import { build } from 'vite';
import { faceModels } from '../../devices/camera/vendor/plugin.mjs';

/** What the station sends with the kiosk page and its workers. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; media-src 'self' blob:";

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
};

/** One page with the face models beside it, built as the kiosk is and served on loopback. */
export interface BuiltSite {
  readonly directory: string;
  readonly url: string;
  /** Changes from here on what is sent. */
  policy: string;
  /** Path of a file whose first byte is sent wrong, or null. */
  damaged: string | null;
  close(): Promise<void>;
}

/**
 * Builds and serves a page.
 * @param page the HTML file
 * @param answer looks at each request first: bytes, or null when it does not know the path
 */
export async function builtSite(
  page: string,
  answer: (path: string, request: IncomingMessage, response: ServerResponse) => Promise<Buffer | 'answered'> | null,
): Promise<BuiltSite> {
  const directory = await mkdtemp(join(tmpdir(), 'prevenance-site-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: dirname(page),
    plugins: [faceModels()],
    worker: { format: 'es' },
    build: {
      outDir: directory,
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: page },
    },
  });
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
    (answer(path, request, response) ?? readFile(join(directory, path))).then(
      (content) => {
        if (content === 'answered') return;
        if (path === site.damaged) content[0]! ^= 0xff;
        response.setHeader('content-security-policy', site.policy);
        response.setHeader('content-type', types[extname(path)] ?? 'image/jpeg');
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const site: BuiltSite = {
    directory,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${basename(page)}`,
    policy: POLICY,
    damaged: null,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(directory, { recursive: true });
    },
  };
  return site;
}
