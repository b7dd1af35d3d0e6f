import * as v from 'valibot';
import { append, emptyLedger, type Tail, type Verification, verifyChain } from '../../shared/consent/chain.ts';
import { type ConsentEvent, type ConsentFact, StoredConsentEvent } from '../../shared/consent/ledger.ts';
import { Id, Purpose } from '../../shared/contract/values.ts';
import type { Database } from './database.ts';
import { sha256 } from './hash.ts';
import { Json, query } from './query.ts';

const Row = v.pipe(
  v.strictObject({ seq: v.number(), principal: Id, purpose: Purpose, event: Json(StoredConsentEvent) }),
  v.transform(({ event, ...filed }): ConsentEvent => {
    const { seq, principal, purpose } = event;
    if (filed.seq === seq && filed.principal === principal && filed.purpose === purpose) return event;
    // An event is found by its columns, which no hash covers: one that was filed under another name fits none.
    return { ...event, ...filed, hash: '' };
  }),
);

/** The store's consent ledger: append-only (the database refuses changes), hash-chained. */
export interface ConsentStore {
  of(principal: string): ConsentEvent[];
  append(facts: readonly ConsentFact[]): void;
  /** @param listener is told after each append, which a transaction around it may still undo */
  onAppend(listener: () => void): void;
  /** Puts back events that follow the present end, as another copy of this ledger holds them. */
  putBack(events: readonly ConsentEvent[]): void;
  tail(): Tail;
  /** @param seq 0: from the first row on, also one that stands where no event belongs */
  after(seq: number, limit: number): ConsentEvent[];
  verify(): Verification;
}

export function consentStore(db: Database): ConsentStore {
  const of = query(db, Row, 'SELECT * FROM consent_event WHERE principal = ? ORDER BY seq');
  const all = query(db, Row, 'SELECT * FROM consent_event ORDER BY seq');
  const last = query(db, Row, 'SELECT * FROM consent_event ORDER BY seq DESC LIMIT 1');
  const put = db.prepare('INSERT INTO consent_event VALUES (?, ?, ?, ?)');
  const after = query(db, Row, 'SELECT * FROM consent_event WHERE seq > ? ORDER BY seq LIMIT ?');
  const tail = (): Tail => {
    const { seq, hash } = last.get() ?? emptyLedger;
    return { seq, hash };
  };
  const write = (event: ConsentEvent) => void put.run(event.seq, event.principal, event.purpose, JSON.stringify(event));
  const add = db.transaction((facts: readonly ConsentFact[]) => {
    for (const event of append(tail(), facts, sha256)) write(event);
  });
  let told = () => {};
  return {
    of: (principal) => of.all(principal),
    append: (facts) => {
      add(facts);
      told();
    },
    onAppend: (listener) => {
      told = listener;
    },
    putBack: db.transaction((events: readonly ConsentEvent[]) => events.forEach(write)),
    tail,
    after: (seq, limit) => after.all(seq === 0 ? Number.MIN_SAFE_INTEGER : seq, limit),
    verify: () => verifyChain(all.all(), sha256),
  };
}
