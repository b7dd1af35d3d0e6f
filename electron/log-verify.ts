import { emptyLedger, type Link, type Tail, type Verification, verifyChain } from '../shared/consent/chain.ts';
import { InternalError } from '../shared/errors.ts';
import type { NotedHead } from './noted-head.ts';
import { sha256 } from './store/hash.ts';

/** Links read at a time: never the whole chain in memory. */
const CHUNK = 2_000;

/**
 * What is wrong with a chain: `changed`, `missing` and `relinked` are its own; `unreadable` is no link at all; `cut` lacks what was noted
 * outside; `rewritten` is whole, but another chain than the one that was noted; `forged` bears a signature that is not ours; `unnoted`
 * goes on behind a noted end that should be its last.
 */
export type ChainProblem =
  | Extract<Verification, { ok: false }>['problem']
  | 'unreadable'
  | 'cut'
  | 'rewritten'
  | 'forged'
  | 'unnoted';

/** What each problem says about the link that is named with it. */
export const problemWords: Readonly<Record<ChainProblem, string>> = {
  changed: 'was changed after it was written',
  missing: 'is missing',
  relinked: 'does not follow the one before it',
  unreadable: 'cannot be read as a record',
  cut: 'and all after it are missing',
  rewritten: 'is another than the one that was noted',
  unnoted: 'stands behind the noted end: somebody else wrote it, or the station was killed right after it did',
  forged: 'is noted with a signature that is not this station’s',
};

export type Verdict =
  | { readonly ok: true; readonly from: number; readonly to: number }
  | { readonly ok: false; readonly badSeq: number; readonly problem: ChainProblem; readonly what: string };

/** A chain as it is stored. */
export interface StoredChain {
  after(seq: number, limit: number): readonly Link[];
}

/** An end of the chain that was kept outside of it; null when it is missing although it should be there. */
export interface Note {
  readonly head: NotedHead | null;
  readonly what: string;
}

function follow(chain: StoredChain, start: Tail): Verification | { ok: false; badSeq: number; problem: 'unreadable' } {
  let tail = start;
  for (;;) {
    let links: readonly Link[];
    try {
      links = chain.after(tail.seq, CHUNK);
    } catch (error) {
      if (error instanceof InternalError || error instanceof SyntaxError)
        return { ok: false, badSeq: firstUnreadable(chain, tail), problem: 'unreadable' };
      throw error;
    }
    if (links.length === 0) return { ok: true, tail };
    const verdict = verifyChain(links, sha256, tail);
    if (!verdict.ok) return verdict;
    tail = verdict.tail;
  }
}

/** The first link that cannot be read, or does not fit those before it. */
function firstUnreadable(chain: StoredChain, start: Tail): number {
  let tail = start;
  for (;;) {
    try {
      const [link] = chain.after(tail.seq, 1);
      if (link === undefined) return tail.seq + 1;
      const verdict = verifyChain([link], sha256, tail);
      if (!verdict.ok) return verdict.badSeq;
      tail = verdict.tail;
    } catch {
      return tail.seq + 1;
    }
  }
}

/**
 * Checks every link of a chain, its beginning, and its end against what was noted elsewhere.
 * @param start where it begins after old links were removed; null for the very first
 * @param ours whether a signature is this station's
 */
export function verifyLog(
  chain: StoredChain,
  { start, notes, ours }: { start: NotedHead | null; notes: readonly Note[]; ours: (head: NotedHead) => boolean },
): Verdict {
  if (start !== null && !ours(start))
    return { ok: false, badSeq: start.seq, problem: 'forged', what: 'the note where the log begins' };
  const whole = follow(chain, start ?? emptyLedger);
  if (!whole.ok) return { ...whole, what: 'the log' };
  const { tail } = whole;
  const from = (start?.seq ?? 0) + 1;
  for (const { head, what } of notes) {
    if (head === null) {
      if (tail.seq > 0) return { ok: false, badSeq: tail.seq, problem: 'cut', what: `${what} is missing` };
      continue;
    }
    if (!ours(head)) return { ok: false, badSeq: head.seq, problem: 'forged', what };
    if (head.seq > tail.seq) return { ok: false, badSeq: tail.seq + 1, problem: 'cut', what };
    // What lies before the beginning was removed, and cannot be compared any more.
    const known = head.seq < from ? (head.seq === start?.seq ? start : head) : chain.after(head.seq - 1, 1)[0];
    if (known?.hash !== head.hash) return { ok: false, badSeq: head.seq, problem: 'rewritten', what };
  }
  return { ok: true, from, to: tail.seq };
}
