import { InternalError } from '../errors.ts';
import { type ConsentEvent, type ConsentFact, genesis } from './ledger.ts';

/** SHA-256 of a text as lower-case hexadecimal. Injected: this folder has no cryptography of its own. */
export type Sha256 = (text: string) => string;

/** The last event of the ledger, or what stands before the first. */
export interface Tail {
  readonly seq: number;
  readonly hash: string;
}

export const emptyLedger: Tail = { seq: 0, hash: genesis };

/**
 * Gives facts their places at the end of the ledger. `basedOn` is the newest seq the acting kiosk knew; leave it out for this station's
 * own kiosk, which knows everything up to the tail. Legality is the caller's question first ({@link isLegal} in ledger.ts): a tamper-evident
 * ledger records what came in, and {@link follow} decides what it means.
 */
export function append(tail: Tail, facts: readonly ConsentFact[], sha256: Sha256, basedOn?: number): ConsentEvent[] {
  const events: ConsentEvent[] = [];
  let { seq, hash: previous } = tail;
  for (const fact of facts) {
    const event = seal({ ...fact, seq: seq + 1, basedOn: basedOn ?? seq, previous }, sha256);
    events.push(event);
    seq = event.seq;
    previous = event.hash;
  }
  return events;
}

export type Verification =
  | { readonly ok: true; readonly tail: Tail }
  | { readonly ok: false; readonly badSeq: number; readonly problem: 'changed' | 'missing' | 'relinked' };

/** One event or record of a chain. */
export interface Link extends Tail {
  readonly previous: string;
}

/** Gives an event, or a record of another chain, its hash. */
export const seal = <E extends Omit<Link, 'hash'>>(event: E, sha256: Sha256): E & { readonly hash: string } => ({
  ...event,
  hash: hashOf(event, sha256),
});

/**
 * Checks a whole chain in seq order: nothing changed, nothing missing, nothing relinked. A chain cannot see that its last events were
 * cut off; compare `tail` with a copy kept elsewhere for that.
 * @param start what stands before the first event
 */
export function verifyChain(events: Iterable<Link>, sha256: Sha256, start: Tail = emptyLedger): Verification {
  let tail = start;
  for (const event of events) {
    const expected = tail.seq + 1;
    if (event.seq !== expected) return { ok: false, badSeq: expected, problem: 'missing' };
    if (event.previous !== tail.hash) return { ok: false, badSeq: expected, problem: 'relinked' };
    const { hash, ...rest } = event;
    if (hash !== hashOf(rest, sha256)) return { ok: false, badSeq: expected, problem: 'changed' };
    tail = { seq: event.seq, hash };
  }
  return { ok: true, tail };
}

const hashOf = (event: Omit<Link, 'hash'>, sha256: Sha256): string => sha256(canonicalJson(event));

/** JSON with sorted keys and no white space, so that the same value always has the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  const text = JSON.stringify(value);
  if (text === undefined) throw new InternalError('not-json', `a ${typeof value} has no canonical JSON`);
  return text;
}
