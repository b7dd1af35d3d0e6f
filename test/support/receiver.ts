import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';

/** What a receiver does with a request, as far as its headers are concerned. */
export type Manner =
  | 'take'
  | 'fail'
  | 'hang'
  | 'drip'
  | 'flood'
  | 'reset'
  | { readonly status: number; readonly location?: string };

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A real HTTP receiver on a free loopback port, which behaves as badly as a test wants. */
export class Receiver {
  readonly received: Received[] = [];
  manner: Manner = 'take';
  readonly #server: Server;
  readonly #secure: boolean;
  readonly #sockets = new Set<Socket>();
  readonly #timers = new Set<NodeJS.Timeout>();

  private constructor(certificates: string | null) {
    const answer = (request: IncomingMessage, response: ServerResponse) => this.#answer(request, response);
    this.#secure = certificates !== null;
    this.#server =
      certificates === null
        ? createServer(answer)
        : createSecureServer(
            { key: readFileSync(join(certificates, 'server.key')), cert: readFileSync(join(certificates, 'server.pem')) },
            answer,
          );
    this.#server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  /** @param certificates folder of a certificate for `localhost`; plain HTTP without */
  static async start(certificates: string | null = null): Promise<Receiver> {
    const receiver = new Receiver(certificates);
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return this.#secure ? `https://localhost:${port}/hook` : `http://127.0.0.1:${port}/hook`;
  }

  /** Connections that are open now. */
  get connections(): number {
    return this.#sockets.size;
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      this.received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) });
      this.#behave(request, response);
    });
  }

  #behave(request: IncomingMessage, response: ServerResponse): void {
    const { manner } = this;
    if (typeof manner === 'object') {
      response.writeHead(manner.status, manner.location === undefined ? {} : { location: manner.location }).end();
      return;
    }
    switch (manner) {
      case 'take':
        response.writeHead(202).end('taken');
        return;
      case 'fail':
        response.writeHead(500).end('out of order');
        return;
      case 'hang':
        return;
      case 'reset':
        request.socket.resetAndDestroy();
        return;
      case 'drip': {
        // One letter of a header line at a time, for ever.
        request.socket.write('HTTP/1.1 200 OK\r\nx-drip: ');
        this.#timers.add(setInterval(() => request.socket.write('a'), 20));
        return;
      }
      case 'flood': {
        response.writeHead(200);
        this.#timers.add(setInterval(() => response.write(Buffer.alloc(65_536)), 1));
      }
    }
  }
}

/** Waits until something is so. @throws after 10 s, naming what never was */
export async function until(what: string, holds: () => boolean): Promise<void> {
  for (let i = 0; i < 1_000; i++) {
    if (holds()) return;
    await new Promise((next) => setTimeout(next, 10));
  }
  throw new Error(`never happened: ${what}`);
}
