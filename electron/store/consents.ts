import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { append, emptyLedger, type Tail, type Verification, verifyChain } from '../../shared/consent/chain.ts';
import { type ConsentEvent, type ConsentFact, StoredConsentEvent } from '../../shared/consent/ledger.ts';
import type { Database } from './database.ts';
import { Json, query } from './query.ts';

const Row = v.pipe(
  v.strictObject({ event: Json(StoredConsentEvent) }),
  v.transform((r): ConsentEvent => r.event),
);

/** SHA-256 as lower-case hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The store's consent ledger: append-only (the database refuses changes), hash-chained. */
export interface ConsentStore {
  of(principal: string): ConsentEvent[];
  append(facts: readonly ConsentFact[]): void;
  verify(): Verification;
}

export function consentStore(db: Database): ConsentStore {
  const of = query(db, Row, 'SELECT event FROM consent_event WHERE principal = ? ORDER BY seq');
  const all = query(db, Row, 'SELECT event FROM consent_event ORDER BY seq');
  const last = query(db, Row, 'SELECT event FROM consent_event ORDER BY seq DESC LIMIT 1');
  const put = db.prepare('INSERT INTO consent_event VALUES (?, ?, ?, ?)');
  const tail = (): Tail => last.get() ?? emptyLedger;
  return {
    of: (principal) => of.all(principal),
    append: db.transaction((facts: readonly ConsentFact[]) => {
      for (const event of append(tail(), facts, sha256))
        put.run(event.seq, event.principal, event.purpose, JSON.stringify(event));
    }),
    verify: () => verifyChain(all.all(), sha256),
  };
}
