-- The manager's escalation policies. Calls carry the one they began with; a version is never changed.
CREATE TABLE escalation_policy (
  version INTEGER PRIMARY KEY,
  policy TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER escalation_policy_is_immutable BEFORE UPDATE ON escalation_policy BEGIN SELECT RAISE (ABORT, 'a policy version is never changed'); END;
CREATE TRIGGER escalation_policy_is_kept BEFORE DELETE ON escalation_policy BEGIN SELECT RAISE (ABORT, 'a policy version is never deleted'); END;

-- Calls raised before policies could be edited keep the times they were raised with.
UPDATE call SET state = json_insert (
  state,
  '$.zoneId', NULL,
  '$.topic', NULL,
  '$.policy', json ('{"version":0,"steps":[{"afterMs":0,"reach":"available"},{"afterMs":20000,"reach":"on-duty"},{"afterMs":45000,"reach":"manager"},{"afterMs":90000,"reach":"unanswered"}],"receiptWithinMs":5000,"leaseMs":90000,"repeatMs":120000,"stillThereAfterMs":600000,"overdueAfterMs":900000}'),
  '$.rung', json_extract (state, '$.since'),
  '$.paged', json ('false'),
  '$.sign', json_extract (state, '$.since'),
  '$.asking', NULL,
  '$.handOver', NULL,
  '$.arrived', iif (json_extract (state, '$.state') = 'arrived', json_extract (state, '$.changed.mono'), NULL),
  '$.overdue', NULL,
  '$.expired', NULL
);

-- What an employee is asked about, speaks, and where they usually are; JSON lists. No row: no limits.
CREATE TABLE employee_profile (
  employee_id TEXT PRIMARY KEY REFERENCES employee (id) ON DELETE CASCADE,
  skills TEXT NOT NULL,
  languages TEXT NOT NULL,
  zones TEXT NOT NULL,
  -- Weekly shifts, JSON.
  shifts TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

-- A break ends by itself; the row says when at the latest.
CREATE TABLE duty_break (
  employee_id TEXT PRIMARY KEY REFERENCES employee (id) ON DELETE CASCADE,
  until INTEGER NOT NULL
) STRICT;

-- What shoppers wrote when nobody came. Erased after the days promised on the screen.
CREATE TABLE shopper_note (
  id TEXT PRIMARY KEY,
  call_id TEXT NOT NULL,
  visit_id TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  place TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  contact TEXT,
  -- First name of whoever dealt with it.
  done_by TEXT,
  done_at INTEGER
) STRICT;
CREATE INDEX shopper_note_by_time ON shopper_note (written_at);
