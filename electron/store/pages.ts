import * as v from 'valibot';
import { CallLevel, Id } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { query } from './query.ts';

/** Names one page: it is sent at most once. */
export interface PageKey {
  readonly callId: string;
  readonly epoch: number;
  readonly level: CallLevel;
}

/** A page about which something may still have to be done. */
export interface UnfinishedPage extends PageKey {
  readonly state: 'due' | 'sent';
}

const Row = v.pipe(
  v.strictObject({ call_id: Id, epoch: v.number(), level: CallLevel, state: v.picklist(['due', 'sent']) }),
  v.transform((r): UnfinishedPage => ({ callId: r.call_id, epoch: r.epoch, level: r.level, state: r.state })),
);

export interface PageStore {
  /** Notes that a page is due, durably. @returns false when it was noted before */
  due(key: PageKey, at: EpochMs): boolean;
  sent(key: PageKey, channelId: string): void;
  /** Nothing more is to be done about a call's pages. */
  over(callId: string): void;
  /** Oldest first. */
  unfinished(): UnfinishedPage[];
}

export function pageStore(db: Database): PageStore {
  const add = db.prepare("INSERT OR IGNORE INTO page VALUES (?, ?, ?, 'due', ?, NULL)");
  const send = db.prepare("UPDATE page SET state = 'sent', channel_id = ? WHERE call_id = ? AND epoch = ? AND level = ?");
  const end = db.prepare("UPDATE page SET state = 'over' WHERE call_id = ? AND state <> 'over'");
  const unfinished = query(db, Row, "SELECT call_id, epoch, level, state FROM page WHERE state <> 'over' ORDER BY rowid");
  return {
    due: ({ callId, epoch, level }, at) => add.run(callId, epoch, level, at).changes > 0,
    sent: ({ callId, epoch, level }, channelId) => void send.run(channelId, callId, epoch, level),
    over: (callId) => void end.run(callId),
    unfinished: () => unfinished.all(),
  };
}
