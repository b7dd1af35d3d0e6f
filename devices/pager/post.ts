import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { rootCertificates } from 'node:tls';
import { type Failed, failed } from './channel.ts';

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: string | Buffer;
  /** PEM of an authority to trust besides the usual ones: a store's own. */
  readonly authority?: string | undefined;
}

/** The authorities to trust: the usual ones, and the store's own. */
export const trusting = (authority: string | undefined): { ca?: string[] } =>
  authority === undefined ? {} : { ca: [...rootCertificates, authority] };

/** What came back: the status only, since nothing a receiver says is of interest. */
export interface Answer {
  readonly ok: true;
  readonly status: number;
  readonly location: string | null;
}

const nameCodes = new Set(['ENOTFOUND', 'EAI_AGAIN']);

function troubleOf(error: Error, origin: string, signal: AbortSignal): Failed {
  const code = (error as { code?: string }).code ?? '';
  if (signal.aborted) return failed('timeout', `${origin} did not answer in time`);
  if (nameCodes.has(code)) return failed('host-unknown', `no machine has the name in ${origin}`);
  if (/CERT|SSL|TLS|SIGNATURE|ISSUER|EPROTO/.test(code)) return failed('not-trusted', `${origin}: ${code}`);
  return failed('unreachable', `${origin}: ${code || 'the connection broke'}`);
}

/**
 * Sends one POST and reads the first line of the answer. No redirect is followed: the manager decided where pages go. The body that
 * comes back is cut off unread, so that a receiver can neither fill memory nor hold the line.
 */
export function post({ url, headers, body, authority }: Post, signal: AbortSignal): Promise<Answer | Failed> {
  const target = new URL(url);
  const secure = target.protocol === 'https:';
  return new Promise((resolve) => {
    // A connection of its own: one that was kept may be dead, and a page is rare.
    const options = { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) }, agent: false, signal };
    const took = (response: IncomingMessage) => {
      const { statusCode: status = 0, headers: said } = response;
      response.on('error', () => {});
      response.destroy();
      resolve({ ok: true, status, location: said.location ?? null });
    };
    try {
      const sending = secure
        ? secureRequest(target, { ...options, ...trusting(authority) }, took)
        : plainRequest(target, options, took);
      // Stays after the answer: a connection that breaks then must not end the process.
      sending.on('error', (error) => resolve(troubleOf(error, target.origin, signal)));
      sending.end(body);
    } catch (error) {
      // An unusable certificate is found out here.
      resolve(troubleOf(error as Error, target.origin, signal));
    }
  });
}

/** Judges an answer: everything but "taken" is a failure, a redirect too. */
export function judge({ status, location }: Answer, origin: string): Failed | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) {
    const to = location === null ? null : URL.parse(location, origin);
    return failed('redirected', `${origin} answered ${status} and points to ${to?.origin ?? 'another address'}`);
  }
  return failed(status >= 500 ? 'server-error' : 'refused', `${origin} answered ${status}`);
}
