import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { faceModels, modelFiles, readModelFile } from '../../../devices/camera/vendor/plugin.mjs';
import { verifiedFetch } from '../../../devices/camera/verified-fetch.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const [first] = modelFiles;

let server: Server | null = null;
afterEach(() => {
  server?.close();
  server = null;
});

/** A loopback server with this handler; answers its address. */
async function listen(handler: Parameters<typeof createServer>[1]): Promise<URL> {
  server = createServer(handler!);
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

describe('at build time', () => {
  test.each(modelFiles)('$to is the reviewed file', async (file) => {
    expect(sha256(await readModelFile(file))).toBe(file.sha256);
  });

  test('another file under the same name fails the build and says what to do', async () => {
    await expect(readModelFile({ ...first!, sha256: '0'.repeat(64) })).rejects.toThrow(
      /tiny_face_detector_model-weights_manifest\.json is not the reviewed file: expected SHA-256 0{64}, found 5d1af48.*npm ci/,
    );
  });

  test('a missing file too', async () => {
    await expect(readModelFile({ ...first!, from: 'model/nowhere.bin' })).rejects.toThrow(
      /nowhere\.bin is missing\. Run "npm ci"/,
    );
  });

  test('in development the same files are served, with their types, and nothing else', async () => {
    type Handler = (
      request: { url?: string },
      response: { setHeader(k: string, v: string): void; end(b: Buffer): void },
      next: (error?: unknown) => void,
    ) => void;
    const handlers: Handler[] = [];
    const plugin = faceModels() as unknown as { configureServer(server: { middlewares: { use(handler: Handler): void } }): void };
    plugin.configureServer({ middlewares: { use: (handler) => handlers.push(handler) } });
    const base = await listen((request, response) => handlers[0]!(request, response, () => response.writeHead(404).end()));
    const wasm = await fetch(new URL('tfwasm/tfjs-backend-wasm-simd.wasm?x=1', base));
    expect(wasm.headers.get('content-type')).toBe('application/wasm');
    expect(sha256(new Uint8Array(await wasm.arrayBuffer()))).toBe(modelFiles.at(-1)!.sha256);
    expect((await fetch(new URL('models/age_gender_model.bin', base))).status).toBe(404);
  });
});

describe('at run time', () => {
  const file = modelFiles.find(({ to }) => to === 'models/blazeface.bin')!;

  test('the reviewed bytes pass unchanged', async () => {
    const bytes = await readModelFile(file);
    const base = await listen((_request, response) => response.end(bytes));
    const got = await verifiedFetch(base)(new URL(file.to, base));
    expect(sha256(new Uint8Array(await got.arrayBuffer()))).toBe(file.sha256);
  });

  test.each([
    ['one bit is wrong', (bytes: Buffer) => bytes.fill(bytes[7]! ^ 1, 7, 8), 'face-model-damaged'],
    ['the end is missing', (bytes: Buffer) => bytes.subarray(0, -1), 'face-model-damaged'],
    ['nothing comes', () => Buffer.alloc(0), 'face-model-damaged'],
  ])('%s', async (_what, spoil, code) => {
    const bytes = spoil(Buffer.from(await readModelFile(file)));
    const base = await listen((_request, response) => response.end(bytes));
    await expect(verifiedFetch(base)(new URL(file.to, base))).rejects.toMatchObject({ code, context: { file: file.to } });
  });

  test('a file that is not there', async () => {
    const base = await listen((_request, response) => response.writeHead(404).end());
    await expect(verifiedFetch(base)(new URL(file.to, base))).rejects.toMatchObject({ code: 'face-model-missing' });
  });

  test('any other address is refused without asking it', async () => {
    let asked = 0;
    const base = await listen((_request, response) => {
      asked += 1;
      response.end();
    });
    const fetch = verifiedFetch(base);
    await expect(fetch(new URL('models/age_gender_model.bin', base))).rejects.toMatchObject({ code: 'face-model-unknown' });
    await expect(fetch(`http://127.0.0.2:${base.port}/${file.to}`)).rejects.toMatchObject({ code: 'face-model-unknown' });
    expect(asked).toBe(0);
  });
});
