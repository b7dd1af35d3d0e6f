-- A decision named its customer and its visit, and so told who had come when, and why that person had needed help. Nothing needs it.
-- Of the reason only the kind is kept: how often and since when somebody bought a thing is their history.
CREATE TABLE anonymous_decision (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  visit_id TEXT NOT NULL,
  chosen TEXT,
  -- `bought-before`, `popular` or `only-one`; null when nothing was chosen.
  why TEXT,
  not_chosen TEXT NOT NULL,
  declined INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO anonymous_decision SELECT id, at, visit_id, chosen, why ->> '$.kind', not_chosen, declined FROM decision;
DROP TABLE decision;
ALTER TABLE anonymous_decision RENAME TO decision;
CREATE INDEX decision_by_time ON decision (at);

-- Line up to which a file is imported, so that one that was interrupted goes on where it stopped; null when all of it is.
ALTER TABLE imported_file ADD COLUMN line INTEGER;
