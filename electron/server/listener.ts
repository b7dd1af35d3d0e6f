import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { SecureContextOptions, TlsOptions } from 'node:tls';
import type { FastifyInstance } from 'fastify';
import type { Role } from '../../shared/contract/index.ts';
import { OperatorError } from '../../shared/errors.ts';

/**
 * One of the addresses a station answers on. `here` is this machine's own screen and its commands; `lan` is the store's network, where
 * nothing that belongs to this machine exists at all.
 */
export interface Listener {
  readonly side: 'here' | 'lan';
  readonly encrypted: boolean;
  /** Names and addresses a request may be sent to, without the port. */
  readonly names: () => readonly string[];
  readonly create: (handler: RequestListener) => Server;
}

/** Longest wait for a request's head, and for a whole request: an import of 20 MB over poor Wi-Fi is the longest. */
const HEAD_MS = 15_000;
const REQUEST_MS = 120_000;
const HANDSHAKE_MS = 10_000;
/** A tap finds the connection of the last one still open; Node's own 5 s would close it just as the next comes. */
const KEEP_ALIVE_MS = 75_000;
/** A page holds at most six connections; one device that holds more than this keeps others out. */
const PER_ADDRESS = 64;
const IN_ALL = 1_024;

const limits = {
  headersTimeout: HEAD_MS,
  requestTimeout: REQUEST_MS,
  keepAliveTimeout: KEEP_ALIVE_MS,
  connectionsCheckingInterval: 5_000,
};

/** What every certificate is served with: TLS 1.2 with forward secrecy and authenticated ciphers, or 1.3. */
export const secure = {
  minVersion: 'TLSv1.2',
  ciphers:
    'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305',
} as const satisfies SecureContextOptions;

/** Keeps one device on the network from taking every connection. */
function shared(server: Server): Server {
  const held = new Map<string, number>();
  server.maxConnections = IN_ALL;
  server.on('connection', (socket: Socket) => {
    const from = socket.remoteAddress ?? '';
    const count = (held.get(from) ?? 0) + 1;
    held.set(from, count);
    socket.once('close', () => {
      const left = (held.get(from) ?? 1) - 1;
      if (left === 0) held.delete(from);
      else held.set(from, left);
    });
    if (count > PER_ADDRESS) socket.destroy();
  });
  return server;
}

/** This machine's own address: the kiosk's screen, its shell, and commands. */
export const hereListener: Listener = {
  side: 'here',
  encrypted: false,
  names: () => ['127.0.0.1', 'localhost', '::1'],
  create: (handler) => createServer(limits, handler),
};

/**
 * The store's network.
 * @param tls what to serve with; null serves without encryption, which only an operator can ask for
 */
export const lanListener = (
  names: () => readonly string[],
  tls: Pick<TlsOptions, 'cert' | 'key'> | null,
  created: (server: TlsServer) => void = () => {},
): Listener => ({
  side: 'lan',
  encrypted: tls !== null,
  names,
  create: (handler) => {
    if (tls === null) return shared(createServer(limits, handler));
    const server = createTlsServer(
      { ...limits, ...secure, ...tls, handshakeTimeout: HANDSHAKE_MS, ALPNProtocols: ['http/1.1'] },
      handler,
    );
    created(server);
    return shared(server);
  },
});

/** Whether a route exists on a listener: what belongs to this machine's own screen is not refused on the network, it is not there. */
export const isServed = (role: Role, { side }: Listener): boolean => side === 'here' || (role !== 'kiosk' && role !== 'operator');

/**
 * Listens.
 * @throws OperatorError when the address or the port cannot be had; the message says which setting to change
 */
export async function listenOn(app: FastifyInstance, host: string, port: number, setting: string): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const why = (cause as { code?: string }).code;
    if (why === 'EADDRINUSE')
      throw new OperatorError(
        'port-in-use',
        `Port ${port} is already in use. Stop the program that uses it, or choose another with ${setting}.`,
        { port },
      );
    if (why === 'EADDRNOTAVAIL')
      throw new OperatorError(
        'address-not-available',
        `This machine does not have the address ${host}. Correct ${setting}; 0.0.0.0 takes every address, also one that comes later.`,
        { host },
      );
    if (why === 'EACCES')
      throw new OperatorError(
        'port-not-allowed',
        `The station's user may not listen on port ${port}. Choose one above 1023 with ${setting}.`,
        { port },
      );
    throw cause;
  }
}
