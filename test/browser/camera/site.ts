import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { faceModels } from '../../../devices/camera/vendor/plugin.mjs';
import { framesOf, type Scene } from './film.ts';

/** What the station sends with every page and worker. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; media-src 'self' blob:";

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
};

/** A site with one page that holds the camera client, built as the kiosk is. */
export interface CameraSite {
  readonly directory: string;
  readonly url: string;
  /** Changes from here on what is sent. */
  policy: string;
  /** Path of a file whose first byte is sent wrong, or null. */
  damaged: string | null;
  /** Bodies posted to the station's address for expressions; answered like a station without consent would, with 403. */
  readonly expressions: string[];
  close(): Promise<void>;
}

export async function cameraSite(): Promise<CameraSite> {
  const directory = await mkdtemp(join(tmpdir(), 'prevenance-camera-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('.', import.meta.url)),
    plugins: [faceModels()],
    worker: { format: 'es' },
    build: {
      outDir: directory,
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: fileURLToPath(new URL('./page.html', import.meta.url)) },
    },
  });
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
    if (path === '/api/kiosk/expression') {
      request.setEncoding('utf8').on('data', (body: string) => site.expressions.push(body));
      request.on('end', () => response.writeHead(403).end());
      return;
    }
    const scene = /^\/faces\/(\w+)\.jpg$/.exec(path)?.[1];
    const bytes = scene ? Promise.resolve(framesOf(scene as Scene)[0]!) : readFile(join(directory, path));
    bytes.then(
      (content) => {
        if (path === site.damaged) content[0]! ^= 0xff;
        response.setHeader('content-security-policy', site.policy);
        response.setHeader('content-type', types[extname(path)] ?? 'image/jpeg');
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const site: CameraSite = {
    directory,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/page.html`,
    policy: POLICY,
    damaged: null,
    expressions: [],
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(directory, { recursive: true });
    },
  };
  return site;
}
