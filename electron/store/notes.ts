import * as v from 'valibot';
import { EpochMsValue, ShopperNote } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

const { id, place, language, text, contact } = ShopperNote.entries;

const Row = v.pipe(
  v.strictObject({
    id,
    written_at: EpochMsValue,
    place,
    language,
    text,
    contact,
    done_by: v.nullable(v.string()),
    done_at: v.nullable(EpochMsValue),
  }),
  v.transform((r) => ({
    value: { id: r.id, writtenAt: r.written_at, place: r.place, language: r.language, text: r.text, contact: r.contact },
    done: r.done_by === null || r.done_at === null ? null : { by: r.done_by, at: r.done_at },
  })),
);

/** Notes of shoppers whom nobody reached. */
export interface NoteStore {
  /** Newest first. */
  list(): v.InferOutput<typeof Row>[];
  ofVisit(visitId: string): boolean;
  add(note: ShopperNote, visitId: string, callId: string): void;
  /** Says who dealt with it, or takes that back; false when there is no such note. */
  settle(id: string, by: string | null, at: EpochMs): boolean;
  /** Erases a visit's note; returns how many there were. */
  remove(visitId: string): number;
  removeBefore(limit: EpochMs): number;
}

export function noteStore(db: Database): NoteStore {
  const all = query(
    db,
    Row,
    'SELECT id, written_at, place, language, text, contact, done_by, done_at FROM shopper_note ORDER BY written_at DESC LIMIT 200',
  );
  const has = query(db, v.strictObject({ id }), 'SELECT id FROM shopper_note WHERE visit_id = ?');
  const put = db.prepare('INSERT INTO shopper_note VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)');
  const done = db.prepare('UPDATE shopper_note SET done_by = ?, done_at = ? WHERE id = ?');
  const drop = db.prepare('DELETE FROM shopper_note WHERE visit_id = ?');
  const dropOld = db.prepare('DELETE FROM shopper_note WHERE written_at < ?');
  return {
    list: () => all.all(),
    ofVisit: (visitId) => has.get(visitId) !== undefined,
    add: (n, visitId, callId) => void put.run(n.id, callId, visitId, n.writtenAt, n.place, n.language, n.text, n.contact),
    settle: (noteId, by, at) => done.run(by, by === null ? null : at, noteId).changes > 0,
    remove: (visitId) => drop.run(visitId).changes,
    removeBefore: (limit) => dropOld.run(limit).changes,
  };
}
