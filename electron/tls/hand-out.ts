import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../shared/clock.ts';
import { OperatorError } from '../../shared/errors.ts';
import { after, elapsed, type Millis, type MonoMs, millis, minutes } from '../../shared/units.ts';
import type { Authority } from './folder.ts';
import { handOutPage, handOutPolicy } from './hand-out-page.ts';
import { hostHeader } from './names.ts';

/** How long a hand-out stays open: time for a walk round the shop with a few phones. */
export const HAND_OUT: Millis = minutes(15);

const headers = {
  'content-security-policy': handOutPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/**
 * Gives the store's authority to devices that do not trust it yet, over plain HTTP: a page of instructions and the certificate, which is
 * public, and nothing else. It knows no session, reads no body and closes by itself.
 */
export class HandOut {
  readonly #clock: Clock;
  #open: { readonly server: Server; readonly until: MonoMs; readonly url: string; readonly cancel: () => void } | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Where it is open and for how long, or null. */
  standing(): { readonly url: string; readonly left: Millis } | null {
    if (this.#open === null) return null;
    return { url: this.#open.url, left: millis(Math.max(0, elapsed(this.#clock.mono(), this.#open.until))) };
  }

  /**
   * Opens it, or starts its time anew.
   * @param at `name`: what phones type, the host in its address; `staff`: the page they open afterwards, if known
   * @throws OperatorError when the port cannot be had
   */
  async open(
    authority: Authority,
    at: { readonly host: string; readonly port: number; readonly name: string; readonly staff: string | null },
  ): Promise<void> {
    await this.close();
    const server = createServer({ headersTimeout: 10_000, requestTimeout: 10_000, maxHeaderSize: 8_192 }, (request, response) => {
      response.setHeader('connection', 'close');
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      const path = request.url?.split('?', 1)[0];
      if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();
      if (path === '/store-ca.crt') {
        response.writeHead(200, { 'content-type': 'application/x-x509-ca-cert', 'content-length': authority.der.length });
        return void response.end(authority.der);
      }
      if (path !== '/' && path !== '/fr' && path !== '/en') return void response.writeHead(404).end();
      const french = path === '/' ? /^\s*fr\b/i.test(request.headers['accept-language'] ?? '') : path === '/fr';
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      return void response.end(handOutPage(french ? 'fr' : 'en', authority.fingerprint, at.staff));
    });
    server.maxConnections = 64;
    await new Promise<void>((ready, failed) => {
      server.once('error', (cause) =>
        failed(
          new OperatorError(
            'hand-out-port',
            `The certificate cannot be handed out at ${at.host} port ${at.port} (${(cause as { code?: string }).code ?? 'error'}). Choose another "listen.handOutPort".`,
            { port: at.port },
            cause,
          ),
        ),
      );
      server.listen(at.port, at.host, ready);
    });
    const { port } = server.address() as AddressInfo;
    this.#open = {
      server,
      until: after(this.#clock.mono(), HAND_OUT),
      url: `http://${hostHeader(at.name, port, 80)}/`,
      cancel: this.#clock.after(HAND_OUT, () => void this.close()),
    };
  }

  async close(): Promise<void> {
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    open.cancel();
    await new Promise<void>((closed) => {
      open.server.close(() => closed());
      open.server.closeAllConnections();
    });
  }
}
