import { readFile, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { resolveAppUrl } from './app-path.ts';
import { securityHeaders } from './headers.ts';
import { type StationAddress, secretHeader } from './station-address.ts';

/** What the handler stands on. Nothing here is Electron's, so it runs as it is under plain Node. */
export interface AppHandlerParts {
  /** Folder of the built pages. */
  readonly root: string;
  /** The station, or null while it is starting or gone. */
  station(): StationAddress | null;
  /** Sees the kiosk's event stream on its way to the page. */
  tap(): TransformStream<Uint8Array, Uint8Array>;
}

/** Request headers the station needs. Everything else a page could add stays here. */
const forwarded = ['accept', 'content-type', 'last-event-id'] as const;

const eventsPath = '/api/events/kiosk';

/** Largest body the kiosk's routes take; the station has its own limits. */
const maxBody = 64 * 1024;

type Body = NonNullable<ConstructorParameters<typeof Response>[0]> | null;

/** Answers every `app:` request: a built file, or the station's answer. */
export function createAppHandler(parts: AppHandlerParts): (request: Request) => Promise<Response> {
  let events = new AbortController();
  return async (request) => {
    const target = resolveAppUrl(request.url);
    if (target.kind === 'refused') return plain(target.status, target.reason);
    if (target.kind === 'file') {
      return request.method === 'GET'
        ? serveFile(parts.root, target.path, target.contentType)
        : plain(405, 'files are read only');
    }
    if (request.method !== 'GET' && request.method !== 'POST') return plain(405, 'GET and POST only');
    if (target.path !== eventsPath) return forward(parts, request, target.path, AbortSignal.timeout(30_000));
    // One window, one stream: should a page's end go unnoticed, the next page's stream still closes the old one.
    events.abort();
    events = new AbortController();
    return forward(parts, request, target.path, events.signal);
  };
}

async function serveFile(root: string, path: string, contentType: string): Promise<Response> {
  try {
    // Both sides are resolved, so a link that leads out of the folder is seen for what it is.
    const [base, file] = await Promise.all([realpath(root), realpath(join(root, path))]);
    const inside = relative(base, file);
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
      return plain(403, 'outside the pages');
    }
    const body = await readFile(file);
    return answer(200, body, { 'content-type': contentType, 'cache-control': 'no-cache' });
  } catch {
    return plain(404, 'no such file');
  }
}

async function forward(parts: AppHandlerParts, request: Request, path: string, signal: AbortSignal): Promise<Response> {
  const station = parts.station();
  if (station === null) return unreachable('the station is starting');
  const headers = new Headers({ [secretHeader]: station.secret });
  for (const name of forwarded) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const body = request.method === 'POST' ? await request.arrayBuffer() : null;
  if (body !== null && body.byteLength > maxBody) return plain(413, 'too large');
  try {
    // Node's fetch, not Electron's: cancelling the body of the latter does not close the connection. `manual`, because a redirect
    // is never followed and never expected on the loopback interface.
    const reply = await fetch(`${station.origin}${path}`, { method: request.method, headers, body, redirect: 'manual', signal });
    if (reply.status >= 300 && reply.status < 400) {
      await reply.body?.cancel();
      return unreachable('the station answered with a redirect');
    }
    const stream = path === eventsPath && reply.ok ? (reply.body?.pipeThrough(parts.tap()) ?? null) : reply.body;
    return answer(reply.status, stream, {
      'content-type': reply.headers.get('content-type') ?? 'application/octet-stream',
      'cache-control': 'no-store',
    });
  } catch {
    return unreachable('the station did not answer');
  }
}

/** The contract's refusal, so that the page handles a missing station like any other refused request. */
function unreachable(message: string): Response {
  const body = JSON.stringify({ error: { code: 'unreachable', message, issues: [] } });
  return answer(503, body, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
}

const plain = (status: number, message: string) =>
  answer(status, message, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });

const answer = (status: number, body: Body, headers: Readonly<Record<string, string>>) =>
  new Response(status === 204 ? null : body, { status, headers: { ...securityHeaders('kiosk'), ...headers } });
