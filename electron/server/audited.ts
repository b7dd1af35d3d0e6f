import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { Id, type Refusal, type RouteName, routes, unaudited } from '../../shared/contract/index.ts';
import type { Deed } from '../services/audit.ts';

/** What a request turned out to be about. */
interface Note {
  actor: string;
  device: string;
  subject: string | null;
}

/** Fields that name a thing. Those that lead to a shopper are none of the log's business. */
const namesSubject = (key: string) =>
  key === 'id' || (/Id$/.test(key) && !['commandId', 'customerId', 'visitId', 'kioskId'].includes(key));

/** What a validated input is about: the first identifier in it. Never text that somebody typed. */
export function subjectOf(input: unknown): string | null {
  if (input === null || typeof input !== 'object') return null;
  for (const [key, value] of Object.entries(input)) if (namesSubject(key) && v.is(Id, value)) return value;
  return null;
}

/** Refusals that say that somebody tried what they may not, on the kiosk's own routes as well. */
const trespass = new Set(['not-allowed', 'wrong-host', 'cross-site']);

/** Whether an answer leaves a record. */
export function leavesRecord(action: string, outcome: string): boolean {
  const route = routes[action as RouteName] as { role: string } | undefined;
  if (route === undefined || route.role === 'kiosk') return trespass.has(outcome);
  return outcome !== 'ok' || unaudited[action as RouteName] === undefined;
}

const codeOf = (payload: unknown): string => {
  try {
    return (JSON.parse(String(payload)) as Refusal).error.code;
  } catch {
    return 'refused';
  }
};

/** Records what every route did, by its name, so that no new one can be forgotten. */
export class RequestAudit {
  readonly #record: (deed: Deed) => void;
  readonly #notes = new WeakMap<FastifyRequest, Note>();

  constructor(record: (deed: Deed) => void) {
    this.#record = record;
  }

  /** What is known of a request so far. Later notes win. */
  note(request: FastifyRequest, note: Partial<Note>): void {
    const before = this.#notes.get(request) ?? { actor: 'nobody', device: 'network', subject: null };
    this.#notes.set(request, { ...before, ...note });
  }

  watch(app: FastifyInstance): void {
    app.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
      const url = request.routeOptions.url ?? '';
      if (!url.startsWith('/api/') || request.method === 'HEAD') return payload;
      const action = url.slice('/api/'.length);
      const outcome = reply.statusCode < 400 ? 'ok' : codeOf(payload);
      if (action !== 'health' && leavesRecord(action, outcome)) {
        const note = this.#notes.get(request) ?? { actor: 'nobody', device: 'network', subject: null };
        this.#record({ ...note, action, outcome });
      }
      return payload;
    });
  }
}
