-- One way to reach people when no staff page takes a call.
CREATE TABLE pager_channel (
  id TEXT PRIMARY KEY,
  -- Order of use, lowest first.
  place INTEGER NOT NULL,
  -- What the manager typed, JSON, without its secret.
  settings TEXT NOT NULL,
  -- Sealed with a key that lies outside this file; null where there is none.
  secret BLOB,
  -- When it worked last and what is the matter, JSON.
  standing TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

-- What was paged: at most once for each call, epoch and level.
CREATE TABLE page (
  call_id TEXT NOT NULL REFERENCES call (id) ON DELETE CASCADE,
  epoch INTEGER NOT NULL,
  level TEXT NOT NULL,
  -- due: not through yet; sent: a channel took it; over: nothing is to be done any more, lights included.
  state TEXT NOT NULL,
  at INTEGER NOT NULL,
  channel_id TEXT,
  PRIMARY KEY (call_id, epoch, level)
) STRICT;
CREATE INDEX page_unfinished ON page (state) WHERE state <> 'over';

-- Staff pages that agreed to be woken. Belongs to a device, and to whoever logged in on it last.
CREATE TABLE push_subscription (
  endpoint TEXT PRIMARY KEY,
  employee_id TEXT NOT NULL REFERENCES employee (id) ON DELETE CASCADE,
  p256dh TEXT NOT NULL,
  auth TEXT NOT NULL,
  language TEXT NOT NULL,
  added_at INTEGER NOT NULL
) STRICT;

-- Until now a receipt was given when a call stood on a visible screen.
UPDATE call SET state = json_insert (state, '$.times.toSeen', json_extract (state, '$.times.toReceipt'));
