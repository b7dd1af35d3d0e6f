import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAppHandler } from '../../../electron/shell/app-handler.ts';
import type { StationAddress } from '../../../electron/shell/station-address.ts';

let folder: string;
let address: StationAddress | null;
let respond: (request: IncomingMessage, response: ServerResponse, body: string) => void;
const seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
const secret = 's'.repeat(32);

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
    respond(request, response, body);
  });
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prevenance-pages-'));
  await mkdir(join(folder, 'pages', 'assets'), { recursive: true });
  await writeFile(join(folder, 'pages', 'kiosk.html'), '<!doctype html><title>k</title>');
  await writeFile(join(folder, 'pages', 'assets', 'a.js'), 'export {};');
  await writeFile(join(folder, 'secret.json'), '{"secret":true}');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, secret };
  respond = (_request, response) => response.end('{}');
  seen.length = 0;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const tapped: string[] = [];
const handler = () =>
  createAppHandler({
    root: join(folder, 'pages'),
    station: () => address,
    tap: () =>
      new TransformStream({
        transform: (chunk: Uint8Array, controller) => {
          tapped.push(new TextDecoder().decode(chunk));
          controller.enqueue(chunk);
        },
      }),
  });
const get = (path: string, init: RequestInit = {}) => handler()(new Request(`app://kiosk${path}`, init));
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  get(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

test('serves the page with its type and the security headers', async () => {
  const reply = await get('/');
  expect(reply.status).toBe(200);
  expect(await reply.text()).toContain('<title>k</title>');
  expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await get('/assets/a.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
});

test('refusals carry the headers too', async () => {
  const reply = await get('/..%2fsecret.json');
  expect(reply.status).toBe(400);
  expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test.each([
  ['/assets/none.js', 404],
  ['/assets', 404],
  ['/staff.html', 403],
])('%s answers %i', async (path, status) => {
  expect((await get(path)).status).toBe(status);
});

test('a link that leads out of the folder is not followed; one that stays inside is', async () => {
  await symlink(join(folder, 'secret.json'), join(folder, 'pages', 'assets', 'out.json'));
  await symlink(folder, join(folder, 'pages', 'up'));
  await symlink(join(folder, 'pages', 'assets', 'a.js'), join(folder, 'pages', 'assets', 'b.js'));
  expect((await get('/assets/out.json')).status).toBe(403);
  expect((await get('/up/secret.json')).status).toBe(403);
  expect((await get('/assets/b.js')).status).toBe(200);
});

test('a folder is not a file, and files take no POST', async () => {
  await mkdir(join(folder, 'pages', 'folder.js'));
  expect((await get('/folder.js')).status).toBe(404);
  expect((await post('/kiosk.html', '{}')).status).toBe(405);
});

test('forwards a request with the secret and nothing else the page added', async () => {
  respond = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'a=b', 'content-security-policy': 'none' });
    response.end('{"ok":true}');
  };
  const reply = await post('/api/kiosk/touch', '{"language":"fr"}', {
    'x-prevenance-kiosk': 'forged',
    cookie: 'c=d',
    origin: 'http://evil',
  });
  expect(await reply.json()).toEqual({ ok: true });
  expect(reply.headers.get('set-cookie')).toBeNull();
  expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(reply.headers.get('cache-control')).toBe('no-store');
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/kiosk/touch', body: '{"language":"fr"}' });
  expect(seen[0]?.headers).toMatchObject({ 'x-prevenance-kiosk': secret, 'content-type': 'application/json' });
  expect(seen[0]?.headers.cookie).toBeUndefined();
  expect(seen[0]?.headers.origin).toBeUndefined();
});

test('passes a refusal of the station on as it is', async () => {
  respond = (_request, response) => {
    response.writeHead(409, { 'content-type': 'application/json' });
    response.end('{"error":{"code":"no-visit","message":"m","issues":[]}}');
  };
  const reply = await post('/api/kiosk/call', '{}');
  expect(reply.status).toBe(409);
  expect(await reply.json()).toMatchObject({ error: { code: 'no-visit' } });
});

test('without a station the page gets the contract’s own refusal', async () => {
  address = null;
  const starting = await post('/api/kiosk/touch', '{}');
  expect(starting.status).toBe(503);
  expect(await starting.json()).toEqual({ error: { code: 'unreachable', message: 'the station is starting', issues: [] } });
  address = { origin: 'http://127.0.0.1:1', secret };
  expect((await post('/api/kiosk/touch', '{}')).status).toBe(503);
});

test('a redirect is not followed', async () => {
  respond = (_request, response) => {
    response.writeHead(307, { location: '/api/operator/walk' });
    response.end();
  };
  expect((await post('/api/kiosk/touch', '{}')).status).toBe(503);
  expect(seen).toHaveLength(1);
});

test('a body no route of the kiosk would take is not passed on', async () => {
  expect((await post('/api/kiosk/ask', 'x'.repeat(65 * 1024))).status).toBe(413);
  expect((await get('/api/kiosk/ask', { method: 'DELETE' })).status).toBe(405);
  expect(seen).toHaveLength(0);
});

test('streams events as they come, through the tap, and closes the connection when the page goes', async () => {
  let stream: ServerResponse | undefined;
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  respond = (request, response) => {
    stream = response;
    response.on('close', resolve);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`id: ${request.headers['last-event-id'] ?? 'none'}\n\n`);
  };
  const reply = await get('/api/events/kiosk', { headers: { accept: 'text/event-stream', 'last-event-id': '41' } });
  expect(reply.headers.get('content-type')).toBe('text/event-stream');
  const reader = (reply.body as ReadableStream<Uint8Array>).getReader();
  const read = async () => new TextDecoder().decode((await reader.read()).value);
  expect(await read()).toBe('id: 41\n\n');
  stream?.write('event: beat\ndata: {}\n\n');
  expect(await read()).toBe('event: beat\ndata: {}\n\n');
  expect(tapped.slice(-2)).toEqual(['id: 41\n\n', 'event: beat\ndata: {}\n\n']);
  await reader.cancel();
  await closed;
});

test('a new event stream closes the one before, even if nobody cancelled it', async () => {
  const closed = Promise.withResolvers<void>();
  let count = 0;
  respond = (_request, response) => {
    count += 1;
    if (count === 1) response.on('close', closed.resolve);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('event: beat\ndata: {}\n\n');
  };
  const handle = handler();
  await handle(new Request('app://kiosk/api/events/kiosk'));
  const second = await handle(new Request('app://kiosk/api/events/kiosk'));
  await closed.promise;
  expect(count).toBe(2);
  await second.body?.cancel();
});
