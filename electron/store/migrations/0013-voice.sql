-- Complaints and ideas that shoppers wrote down. What they wrote, the answer and the hash of the code are sealed under a key of the matter's
-- own; nothing leads from here to a visit, a call or a customer.
CREATE TABLE matter (
  id TEXT PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  -- Names the key where erasures are remembered.
  key_id TEXT NOT NULL UNIQUE,
  wrapped_key BLOB NOT NULL,
  -- Words, language, hash of the code and answer, JSON.
  sealed BLOB NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('complaint', 'idea')),
  state TEXT NOT NULL,
  outcome TEXT,
  reopened INTEGER NOT NULL DEFAULT 0,
  -- Null: the manager.
  owner_id TEXT REFERENCES employee (id) ON DELETE SET NULL,
  -- Store-local days; the time of day would lead to a visit.
  received_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  -- Day of the answer or the end, from which on it is kept for a while; null while somebody has yet to answer.
  ended_on TEXT,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX matter_by_due ON matter (due_on) WHERE ended_on IS NULL;
CREATE INDEX matter_by_end ON matter (ended_on) WHERE ended_on IS NOT NULL;
CREATE TRIGGER matter_key_is_remembered AFTER DELETE ON matter BEGIN INSERT OR IGNORE INTO erased_key VALUES (OLD.key_id); END;

-- Answers to one question after service. Random keys and no row number: not even their order is kept.
CREATE TABLE feedback (
  id TEXT PRIMARY KEY,
  -- Monday of the week; a day could be one shopper's.
  week TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'partly', 'no'))
) STRICT, WITHOUT ROWID;
CREATE INDEX feedback_by_week ON feedback (week);

-- Words of a feedback, apart from the answer that they came with.
CREATE TABLE feedback_words (
  id TEXT PRIMARY KEY,
  key_id TEXT NOT NULL UNIQUE,
  wrapped_key BLOB NOT NULL,
  -- Words and language, JSON.
  sealed BLOB NOT NULL,
  week TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER feedback_words_key_is_remembered AFTER DELETE ON feedback_words
BEGIN INSERT OR IGNORE INTO erased_key VALUES (OLD.key_id); END;
