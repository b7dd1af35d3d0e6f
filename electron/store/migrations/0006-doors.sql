-- Browsers that may ask for a PIN. Only the hash of a device's token is stored.
CREATE TABLE device (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  enrolled_at INTEGER NOT NULL,
  -- Last log-in of an employee on it.
  used_at INTEGER,
  -- When it was sent away: its name stays, for the log of who did what; its token then is none.
  gone_at INTEGER
) STRICT;

-- A badge is read in place of a typed code: its keyed hash finds the employee, and nothing gives the number back.
CREATE TABLE badge (
  employee_id TEXT PRIMARY KEY REFERENCES employee (id) ON DELETE CASCADE,
  hash TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE passkey (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- Host name under which it was made, and under which alone it works.
  host TEXT NOT NULL,
  public_key BLOB NOT NULL,
  counter INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;

-- Sessions now belong to a device. Those of before do not: everyone logs in once more.
DROP TABLE session;
CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  employee_id TEXT REFERENCES employee (id) ON DELETE CASCADE,
  -- Null for a manager's; the demo store's own machine has a name here and no row in `device`.
  device_id TEXT,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_by_device ON session (device_id);

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  -- The whole record with its hash and the hash before it, JSON.
  record TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_actor ON audit (record ->> 'actor', seq);
CREATE INDEX audit_refused ON audit (seq) WHERE record ->> 'outcome' <> 'ok';
-- Where the log begins after old records were removed: the last one removed. Signed with a key that is not in this file.
CREATE TABLE audit_start (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE ON audit BEGIN SELECT RAISE (ABORT, 'audit records are never changed'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit WHEN OLD.seq > coalesce((SELECT seq FROM audit_start), 0)
BEGIN SELECT RAISE (ABORT, 'audit records are never deleted before their time'); END;
