-- How the estimate is made, as the manager set it. A version is never changed.
CREATE TABLE empathy_settings (
  version INTEGER PRIMARY KEY,
  settings TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER empathy_settings_are_immutable BEFORE UPDATE ON empathy_settings BEGIN SELECT RAISE (ABORT, 'a version of the settings is never changed'); END;
CREATE TRIGGER empathy_settings_are_kept BEFORE DELETE ON empathy_settings BEGIN SELECT RAISE (ABORT, 'a version of the settings is never deleted'); END;

-- What outcomes and words said when a call was raised, and whether the employee found that help was needed. About nobody: no visit, call,
-- customer, employee or day, and, by its random key, in no order.
CREATE TABLE empathy_sample (
  id BLOB PRIMARY KEY,
  -- YYYY-MM, only to erase it in time.
  month TEXT NOT NULL,
  settings_version INTEGER NOT NULL,
  estimate REAL NOT NULL,
  -- JSON list of kinds of evidence.
  kinds TEXT NOT NULL,
  needed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
