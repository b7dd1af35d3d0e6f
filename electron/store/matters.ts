import * as v from 'valibot';
import { Id, Language, LocalDate, MatterKind, MatterOutcome, MatterState } from '../../shared/contract/index.ts';
import type { Standing } from '../../shared/voice/matter.ts';
import type { Database } from './database.ts';
import type { Keyring } from './keyring.ts';
import { Flag, parsed, query } from './query.ts';

/** A complaint or an idea that a shopper wrote down. */
export interface Matter extends Standing {
  readonly id: string;
  readonly reference: string;
  readonly words: string;
  readonly language: Language;
  /** Keyed hash of the code that opens it together with the reference. */
  readonly codeHash: string;
  /** Null: the manager. */
  readonly ownerId: string | null;
  readonly receivedOn: string;
  readonly dueOn: string;
  /** Day of the answer or the end; null while somebody has yet to answer. */
  readonly endedOn: string | null;
  readonly revision: number;
}

/** What of it is stored only as ciphertext. */
const Personal = v.strictObject({
  words: v.string(),
  language: Language,
  codeHash: v.string(),
  answer: v.nullable(v.string()),
});

const Row = v.strictObject({
  id: Id,
  reference: v.string(),
  wrapped_key: v.instance(Uint8Array),
  sealed: v.instance(Uint8Array),
  kind: MatterKind,
  state: MatterState,
  outcome: v.nullable(MatterOutcome),
  reopened: Flag,
  owner_id: v.nullable(Id),
  received_on: LocalDate,
  due_on: LocalDate,
  ended_on: v.nullable(LocalDate),
  revision: v.number(),
});

const Owned = v.strictObject({ owner_id: v.nullable(Id), due_on: LocalDate });

/** Complaints and ideas. */
export interface MatterStore {
  /** Those that wait first, by due date; then the others, the latest end first. */
  list(): Matter[];
  get(id: string): Matter | undefined;
  byReference(reference: string): Matter | undefined;
  /** Owner and due date of each that waits for an answer; reads nothing sealed. */
  waiting(): { readonly ownerId: string | null; readonly dueOn: string }[];
  add(matter: Omit<Matter, 'revision'>): void;
  /** Writes what may change of it, and counts the revision up. */
  save(matter: Matter): void;
  /** Its bytes are unreadable after {@link Store.scrub}. Returns whether it was there. */
  erase(id: string): boolean;
  /** Erases what ended on this day or before; returns how many. */
  eraseEndedBy(day: string): number;
  /** Removes what a copy of the database has brought back although its key was erased; returns how many. */
  dropErased(): number;
}

export function matterStore(db: Database, keys: Keyring): MatterStore {
  const open = (r: v.InferOutput<typeof Row>): Matter => ({
    id: r.id,
    reference: r.reference,
    ...parsed(Personal, keys.open(r.wrapped_key, r.id, r.sealed), 'matter'),
    kind: r.kind,
    state: r.state,
    outcome: r.outcome,
    reopened: r.reopened,
    ownerId: r.owner_id,
    receivedOn: r.received_on,
    dueOn: r.due_on,
    endedOn: r.ended_on,
    revision: r.revision,
  });
  const sealed = (key: Uint8Array, { id, words, language, codeHash, answer }: Omit<Matter, 'revision'>) =>
    keys.seal(key, id, JSON.stringify({ words, language, codeHash, answer }));
  const columns =
    'id, reference, wrapped_key, sealed, kind, state, outcome, reopened, owner_id, received_on, due_on, ended_on, revision';
  const all = query(
    db,
    Row,
    `SELECT ${columns} FROM matter ORDER BY ended_on IS NOT NULL, iif(ended_on IS NULL, due_on, NULL), ended_on DESC, id`,
  );
  const one = query(db, Row, `SELECT ${columns} FROM matter WHERE id = ?`);
  const byReference = query(db, Row, `SELECT ${columns} FROM matter WHERE reference = ?`);
  const waiting = query(db, Owned, 'SELECT owner_id, due_on FROM matter WHERE ended_on IS NULL');
  const put = db.prepare(
    `INSERT INTO matter (${columns}, key_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, lower(hex(randomblob(16))))`,
  );
  const change = db.prepare(
    'UPDATE matter SET sealed = ?, state = ?, outcome = ?, reopened = ?, owner_id = ?, due_on = ?, ended_on = ?, revision = revision + 1 WHERE id = ?',
  );
  const drop = db.prepare('DELETE FROM matter WHERE id = ?');
  const dropEnded = db.prepare('DELETE FROM matter WHERE ended_on <= ?');
  const dropErased = db.prepare('DELETE FROM matter WHERE key_id IN (SELECT key_id FROM erased_key)');
  const found = (row: v.InferOutput<typeof Row> | undefined) => (row === undefined ? undefined : open(row));
  return {
    list: () => all.all().map(open),
    get: (id) => found(one.get(id)),
    byReference: (reference) => found(byReference.get(reference)),
    waiting: () => waiting.all().map((row) => ({ ownerId: row.owner_id, dueOn: row.due_on })),
    add: (m) => {
      const key = keys.newKey(m.id);
      const { id, reference, kind, state, outcome, ownerId, receivedOn, dueOn, endedOn } = m;
      const reopened = m.reopened ? 1 : 0;
      put.run(id, reference, key, sealed(key, m), kind, state, outcome, reopened, ownerId, receivedOn, dueOn, endedOn);
    },
    save: (m) => {
      const row = one.get(m.id);
      if (row === undefined) return;
      const reopened = m.reopened ? 1 : 0;
      change.run(sealed(row.wrapped_key, m), m.state, m.outcome, reopened, m.ownerId, m.dueOn, m.endedOn, m.id);
    },
    erase: (id) => drop.run(id).changes > 0,
    eraseEndedBy: (day) => dropEnded.run(day).changes,
    dropErased: () => dropErased.run().changes,
  };
}
