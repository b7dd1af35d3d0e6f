-- How the store looks. A published version is never changed: going back to one is publishing it again.
CREATE TABLE look (
  version INTEGER PRIMARY KEY,
  value TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE look_draft (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  value TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

-- Kept as long as a version may name it; its name is made from its content.
CREATE TABLE look_logo (
  name TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- Days that do not follow the week; without hours the store is closed.
CREATE TABLE special_day (
  date TEXT PRIMARY KEY,
  opens TEXT,
  closes TEXT,
  CHECK ((opens IS NULL) = (closes IS NULL))
) STRICT;
