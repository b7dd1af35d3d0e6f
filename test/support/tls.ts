import { type ClientRequest, type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { checkServerIdentity, type TLSSocket } from 'node:tls';

/** What a device sends, and what it trusts. */
export interface Sent {
  readonly ca?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/**
 * Sends one request to a listener on loopback as a device on the network would: `origin` carries the name it typed, which no DNS here knows.
 * Mirrors a browser: the name is checked against the certificate, and no connection is reused.
 */
export function send(origin: string, path: string, { ca, method = 'POST', headers = {}, body = {} }: Sent = {}): Promise<Answer> {
  return new Promise((settle, failed) => {
    const sent = open(origin, path, { ca, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => settle({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', failed);
    sent.end(method === 'POST' ? JSON.stringify(body) : undefined);
  });
}

/** An event stream that stays open, and the certificate it came with. */
export function stream(origin: string, path: string, { ca, headers }: Sent) {
  return new Promise<{ text: () => string; certificate: string; ended: () => boolean; close: () => void }>((settle, failed) => {
    const sent = open(origin, path, { ca, method: 'GET', headers }, (response) => {
      let text = '';
      let ended = false;
      response.setEncoding('utf8');
      response.on('close', () => {
        ended = true;
      });
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      const certificate = (response.socket as TLSSocket).getPeerCertificate().fingerprint256;
      settle({ text: () => text, certificate, ended: () => ended, close: () => sent.destroy() });
    });
    sent.on('error', failed);
    sent.end();
  });
}

function open(
  origin: string,
  path: string,
  { ca, method, headers }: { ca: string | undefined; method: string; headers: Readonly<Record<string, string>> | undefined },
  answered: (response: IncomingMessage) => void,
): ClientRequest {
  const { protocol, hostname, port, host } = new URL(origin);
  const options = {
    host: '127.0.0.1',
    port,
    path,
    method,
    agent: false,
    headers: { host, ...(method === 'POST' ? { 'content-type': 'application/json' } : {}), ...headers },
  };
  if (protocol === 'http:') return plain(options, answered);
  const name = hostname.replace(/^\[|\]$/g, '');
  return secure(
    { ...options, servername: /^[\d.:]+$/.test(name) ? '' : name, ca, checkServerIdentity: identityOf(name) },
    answered,
  );
}

/** Checks the certificate against the typed name, also where that is an address and so never sent as SNI. */
const identityOf =
  (name: string): typeof checkServerIdentity =>
  (_connected, certificate) =>
    checkServerIdentity(name, certificate);
