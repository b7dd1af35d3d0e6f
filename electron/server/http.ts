import { timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import * as v from 'valibot';
import {
  type Output,
  type Received,
  type Refusal,
  type Role,
  type RouteName,
  routes,
  type Snapshot,
  type StreamName,
} from '../../shared/contract/index.ts';
import { CallerError, OperatorError, PrevenanceError } from '../../shared/errors.ts';
import type { Deed } from '../services/audit.ts';
import type { Tokens, Visitor } from '../services/doorkeeper.ts';
import { maxImportBytes } from '../services/import/csv.ts';
import { securityHeaders } from '../shell/headers.ts';
import { hostHeader } from '../tls/names.ts';
import { type Credentials, isForwarded, isLoopback, mayCall, refuseRequest } from './access.ts';
import { RequestAudit, subjectOf } from './audited.ts';
import { cookie, type Keyring, readToken } from './cookies.ts';
import type { EventStreams } from './events.ts';
import { isServed, type Listener } from './listener.ts';
import type { Page } from './pages.ts';

/** Largest JSON body; a shopper's words are short. */
const JSON_LIMIT = 64 * 1024;

/** Who calls, as far as proven, and what a handler may do to their session. */
export interface Caller extends Visitor {
  /** Network address, for limits in memory only. */
  readonly remote: string;
  /** Address of the page that calls, `scheme://host[:port]`. */
  readonly origin: string;
  /** Hands the browser a token, or takes it away. */
  setSession(token: Keyring, value: string | null, maxAgeSeconds: number): void;
  readonly token: (name: Keyring) => string | null;
  /** Tells the audit log who this turned out to be, or what it is about, where the request alone does not say. */
  identify(facts: { readonly actor?: string; readonly subject?: string }): void;
}

/** One handler per route of the contract: a missing one does not compile. */
export type Handlers = { readonly [N in RouteName]: (input: Received<N>, caller: Caller) => Output<N> | Promise<Output<N>> };

export interface Log {
  warn(context: object, message: string): void;
  error(context: object, message: string): void;
}

export interface ServerParts {
  readonly handlers: Handlers;
  /** Finds whom tokens stand for. */
  readonly recognise: (tokens: Tokens, loopback: boolean) => Visitor;
  /** A person did something with a session. */
  readonly used: (token: string) => void;
  readonly audit: (deed: Deed) => void;
  /** Makes the snapshot of a stream for one caller. */
  readonly snapshot: <N extends StreamName>(name: N, caller: Caller) => Snapshot<N>;
  readonly streamOpened: (name: StreamName, caller: Caller) => () => void;
  readonly streams: EventStreams;
  readonly pages: ReadonlyMap<string, Page>;
  /** Files that carry the look the store has chosen. */
  readonly look: (path: string) => Page | undefined;
  readonly health: () => object;
  /** Figures for Prometheus. */
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
  /** A file that somebody was given a link to; the link works once. */
  readonly fetch: (token: string) => Buffer | null;
  /** Per-boot secret of the shell and of operators on this machine. */
  readonly secret: string;
  readonly log: Log;
}

const refusal = (code: string, message: string, issues: Refusal['error']['issues'] = []): Refusal => ({
  error: { code, message, issues },
});

function sameSecret(given: unknown, secret: string): boolean {
  const a = Buffer.from(typeof given === 'string' ? given : '');
  const b = Buffer.from(secret);
  return a.length === b.length && timingSafeEqual(a, b);
}

function answerError(error: unknown, reply: FastifyReply, log: Log): FastifyReply {
  if (error instanceof CallerError) {
    const facts = Object.entries(error.context).map(([path, value]) => ({ path, message: String(value) }));
    return reply.code(error.status).send(refusal(error.code, error.message, facts));
  }
  if (error instanceof v.ValiError) {
    const issues = error.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message }));
    return reply.code(422).send(refusal('invalid', 'the request does not fit the contract', issues));
  }
  const known = error as { code?: string; statusCode?: number; message?: string };
  if (known.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return reply.code(413).send(refusal('too-large', 'the body is larger than this route takes'));
  if (known.statusCode !== undefined && known.statusCode < 500)
    return reply.code(known.statusCode).send(refusal('bad-request', known.message ?? ''));
  if (error instanceof OperatorError) {
    log.error({ code: error.code, context: error.context }, error.message);
    return reply.code(503).send(refusal(error.code, error.message));
  }
  if (known.code === 'ENOSPC' || /^SQLITE_(FULL|IOERR)/.test(known.code ?? '')) {
    log.error({ code: known.code }, 'the disk is full: free some space; nothing was half-written');
    return reply.code(507).send(refusal('disk-full', 'the disk of the station is full'));
  }
  const code = error instanceof PrevenanceError ? error.code : (known.code ?? 'internal');
  // The stack has no request data in it; the message of a foreign error might.
  log.error({ code, stack: error instanceof Error ? error.stack?.split('\n').slice(1, 4) : null }, 'a request failed');
  return reply.code(500).send(refusal('internal', 'the station made a mistake; it has been written to its log'));
}

/** Whose headers an address gets. Scripts get the kiosk's: a worker lives under the policy of its own file, and one reads faces. */
const pageOf = (url: string) => {
  const found = (['staff', 'manager', 'transparency', 'preview'] as const).find((page) => url.startsWith(`/${page}`));
  return found ?? (url.startsWith('/sign') ? 'transparency' : 'kiosk');
};

/** Builds one of the station's HTTP servers: pages, the contract's routes, the event streams. Listens on nothing yet. */
export function buildServer(parts: ServerParts, listener: Listener): FastifyInstance {
  const app = Fastify({ bodyLimit: JSON_LIMIT, forceCloseConnections: true, serverFactory: listener.create });
  const here = listener.side === 'here';
  const scheme = listener.encrypted ? 'https' : 'http';
  const isOurs = (host: string): boolean => {
    const { port } = app.server.address() as AddressInfo;
    return listener.names().some((name) => hostHeader(name, port, listener.encrypted ? 443 : 80) === host);
  };

  // Bodies are text until the contract has looked at them; no other content type is taken.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, JSON.parse(body as string));
    } catch {
      done(new CallerError('bad-json', 'the body is not JSON'));
    }
  });
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: maxImportBytes }, (_request, body, done) =>
    done(null, body),
  );

  const audit = new RequestAudit(parts.audit);
  audit.watch(app);

  const callerOf = (request: FastifyRequest, reply: FastifyReply): Caller & { credentials: Credentials } => {
    const token = (name: Keyring) => readToken(name, request.headers.cookie, listener.encrypted);
    const loopback = here && isLoopback(request.ip) && !isForwarded(request.headers);
    const tokens = { staff: token('staff'), manager: token('manager'), device: token('device') };
    const visitor = parts.recognise(tokens, loopback);
    return {
      ...visitor,
      remote: request.ip,
      origin: `${scheme}://${request.headers.host?.toLowerCase() ?? ''}`,
      token,
      setSession: (name, value, maxAge) => void reply.header('set-cookie', cookie(name, value, maxAge, listener.encrypted)),
      identify: (facts) => audit.note(request, facts),
      credentials: {
        loopback,
        secret: here && sameSecret(request.headers['x-prevenance-kiosk'], parts.secret),
        device: visitor.deviceId !== null,
        employee: visitor.employeeId !== null,
        manager: visitor.manager,
      },
    };
  };

  /** Who acts on a route, as the audit log names them: the door it belongs to decides where somebody came in by two. */
  const actorOn = (role: Role, caller: ReturnType<typeof callerOf>): string => {
    if (role === 'operator' && caller.credentials.secret) return 'operator';
    if (caller.manager && role !== 'employee') return 'manager';
    return caller.employeeId === null ? 'nobody' : `employee:${caller.employeeId}`;
  };
  const identified = (request: FastifyRequest, reply: FastifyReply, role: Role) => {
    const caller = callerOf(request, reply);
    const device = caller.deviceId ?? (caller.credentials.loopback ? 'this-machine' : 'network');
    audit.note(request, { actor: actorOn(role, caller), device });
    return caller;
  };

  app.addHook('onRequest', async (request, reply) => {
    for (const [name, value] of Object.entries(securityHeaders(pageOf(request.url)))) reply.header(name, value);
    const why = refuseRequest(
      {
        method: request.method,
        host: request.headers.host,
        origin: request.headers.origin,
        fetchSite: request.headers['sec-fetch-site'] as string | undefined,
      },
      { isOurs, scheme },
    );
    if (why !== null) return reply.code(403).send(refusal(why, 'this address may not be used from there'));
  });

  app.setErrorHandler((error, _request, reply) => answerError(error, reply, parts.log));
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(refusal('not-found', 'there is nothing at this address')));

  for (const name of Object.keys(routes) as RouteName[]) {
    const { role, input, output } = routes[name];
    if (!isServed(role, listener)) continue;
    const handler = parts.handlers[name] as (input: unknown, caller: Caller) => unknown;
    app.post(`/api/${name}`, async (request, reply) => {
      const caller = identified(request, reply, role);
      if (!mayCall(role, caller.credentials)) return reply.code(401).send(refusal('not-allowed', `this needs the role ${role}`));
      const session = role === 'manager' ? caller.token('manager') : role === 'employee' ? caller.token('staff') : null;
      if (session !== null) parts.used(session);
      const received = v.parse(input, request.body);
      audit.note(request, { subject: subjectOf(received) });
      const answer = await handler(received, caller);
      // A handler's own mistake must not look like the caller's.
      const checked = v.safeParse(output, answer);
      if (!checked.success) throw new Error(`the answer of ${name} does not fit the contract`);
      return reply.header('cache-control', 'no-store').send(checked.output);
    });
  }

  const streamRoles = { kiosk: 'kiosk', staff: 'employee', manager: 'manager' } as const;
  for (const name of Object.keys(streamRoles) as StreamName[]) {
    if (!isServed(streamRoles[name], listener)) continue;
    // Without HEAD: a stream has no end, and so neither would its answer.
    app.get(`/api/events/${name}`, { exposeHeadRoute: false }, (request, reply) => {
      const caller = identified(request, reply, streamRoles[name]);
      if (!mayCall(streamRoles[name], caller.credentials)) return reply.code(401).send(refusal('not-allowed', 'log in first'));
      reply.hijack();
      reply.raw.writeHead(200, {
        ...securityHeaders(name),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      const closed = parts.streamOpened(name, caller);
      const build = () => parts.snapshot(name, caller);
      const allowed = () => mayCall(streamRoles[name], callerOf(request, reply).credentials);
      parts.streams.add(name, caller.employeeId ?? '', reply.raw, { build, allowed }, closed);
    });
  }

  if (here) app.get('/api/health', () => parts.health());
  if (here)
    app.get('/metrics', async (request, reply) => {
      const { loopback, secret } = callerOf(request, reply).credentials;
      if (!loopback && !secret) return reply.code(401).send(refusal('not-allowed', 'figures are read on this machine only'));
      const { type, text } = await parts.metrics();
      return reply.type(type).header('cache-control', 'no-store').send(text);
    });
  // Once and for whom it is meant: never as the preview that a messenger or a HEAD request would fetch.
  if (listener.encrypted)
    app.get<{ Params: { token: string } }>('/my-data/:token', { exposeHeadRoute: false }, (request, reply) => {
      const file = parts.fetch(request.params.token);
      if (file === null) return reply.callNotFound();
      return reply
        .type('application/zip')
        .header('content-disposition', 'attachment; filename="my-data.zip"')
        .header('cache-control', 'no-store')
        .send(file);
    });
  app.get('/', (_request, reply) => reply.redirect(here ? '/kiosk' : '/staff'));
  app.get('/*', (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const page = parts.pages.get(path) ?? parts.look(path);
    if (page === undefined || (!here && path.startsWith('/kiosk'))) return reply.callNotFound();
    const packed = page.gzip !== null && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') ? page.gzip : null;
    if (packed !== null) reply.header('content-encoding', 'gzip');
    return reply
      .header('content-type', page.type)
      .header('vary', 'accept-encoding')
      .header('cache-control', page.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
      .send(packed ?? page.body);
  });
  return app;
}
