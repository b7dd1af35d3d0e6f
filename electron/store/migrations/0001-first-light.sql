-- Facts about the store that have exactly one value, as JSON.
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE zone (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  purpose TEXT NOT NULL,
  receivers TEXT NOT NULL,
  near_dbm REAL NOT NULL,
  far_dbm REAL NOT NULL,
  enter_dwell_ms INTEGER NOT NULL,
  exit_dwell_ms INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE product (
  id TEXT PRIMARY KEY,
  name_fr TEXT NOT NULL,
  name_en TEXT NOT NULL,
  category TEXT NOT NULL,
  aisle TEXT NOT NULL,
  stock INTEGER NOT NULL,
  price_cents INTEGER NOT NULL
) STRICT;
CREATE INDEX product_by_category ON product (category);

CREATE VIRTUAL TABLE product_words USING fts5 (product_id UNINDEXED, words, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2");

CREATE TABLE offer (
  id TEXT PRIMARY KEY,
  title_fr TEXT NOT NULL,
  title_en TEXT NOT NULL,
  product_id TEXT NOT NULL REFERENCES product (id),
  price_cents INTEGER NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  active INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE question (
  id TEXT PRIMARY KEY,
  question_fr TEXT NOT NULL,
  question_en TEXT NOT NULL,
  answer_fr TEXT NOT NULL,
  answer_en TEXT NOT NULL,
  keywords TEXT NOT NULL,
  common INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE question_words USING fts5 (question_id UNINDEXED, words, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2");

CREATE TABLE customer (
  id TEXT PRIMARY KEY,
  -- What the till knows the customer by.
  number TEXT NOT NULL UNIQUE,
  -- Pseudonym under which consents are recorded; all that outlives an erasure.
  principal TEXT NOT NULL UNIQUE,
  name TEXT,
  picture TEXT,
  language TEXT NOT NULL,
  joined_at INTEGER NOT NULL,
  -- Day of the last visit, for the retention period; earlier days are not kept.
  last_seen_on TEXT NOT NULL
) STRICT;

CREATE TABLE beacon (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  strength TEXT NOT NULL,
  -- Eddystone-EID registration; null for static identifiers.
  identity_key BLOB,
  exponent INTEGER,
  clock_offset INTEGER,
  enrolled_at INTEGER NOT NULL,
  -- When the rotating beacon's clock was last certain: what it is heard to drift by is believed only within what a sound clock can.
  known_at INTEGER
) STRICT;
CREATE INDEX beacon_by_customer ON beacon (customer_id);

CREATE TABLE consent_event (
  seq INTEGER PRIMARY KEY,
  principal TEXT NOT NULL,
  purpose TEXT NOT NULL,
  -- The whole event with its hash and the hash before it, JSON.
  event TEXT NOT NULL
) STRICT;
CREATE INDEX consent_by_principal ON consent_event (principal, purpose);
CREATE TRIGGER consent_event_is_append_only BEFORE UPDATE ON consent_event BEGIN SELECT RAISE (ABORT, 'consent events are never changed'); END;
CREATE TRIGGER consent_event_is_kept BEFORE DELETE ON consent_event BEGIN SELECT RAISE (ABORT, 'consent events are never deleted'); END;

CREATE TABLE purchase (
  id INTEGER PRIMARY KEY,
  -- Null: an anonymous receipt, which counts towards popularity only.
  customer_id TEXT REFERENCES customer (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  product_id TEXT NOT NULL REFERENCES product (id),
  quantity INTEGER NOT NULL
) STRICT;
CREATE INDEX purchase_by_customer ON purchase (customer_id, day);
-- A file imported twice must not count twice.
CREATE UNIQUE INDEX purchase_once ON purchase (customer_id, day, product_id) WHERE customer_id IS NOT NULL;

CREATE TABLE popularity (
  product_id TEXT PRIMARY KEY REFERENCES product (id),
  -- Receipt lines that named it.
  lines INTEGER NOT NULL
) STRICT;

-- What was offered and why, never to whom: joined with a visit and its call, a name would tell who had needed help.
CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  visit_id TEXT NOT NULL,
  chosen TEXT,
  -- `bought-before`, `popular` or `only-one`; null when nothing was chosen.
  why TEXT,
  not_chosen TEXT NOT NULL,
  declined INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX decision_by_time ON decision (at);

CREATE TABLE declined_offer (
  customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  offer_id TEXT NOT NULL,
  category TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (customer_id, offer_id)
) STRICT;

-- A visit says that someone was there, never who.
CREATE TABLE visit (
  id TEXT PRIMARY KEY,
  kiosk_id TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  recognised INTEGER NOT NULL,
  language TEXT NOT NULL,
  ended_by TEXT
) STRICT;
CREATE INDEX visit_by_time ON visit (started_at);

CREATE TABLE call (
  id TEXT PRIMARY KEY,
  kiosk_id TEXT NOT NULL,
  visit_id TEXT NOT NULL,
  open INTEGER NOT NULL,
  raised_at INTEGER NOT NULL,
  -- The state machine's own state, JSON.
  state TEXT NOT NULL,
  -- What the shopper tried, JSON; emptied when the call closes.
  tried TEXT NOT NULL
) STRICT;
CREATE INDEX call_by_time ON call (raised_at);
CREATE INDEX call_open ON call (open) WHERE open = 1;

CREATE TABLE employee (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE COLLATE NOCASE,
  name TEXT NOT NULL,
  manager INTEGER NOT NULL,
  active INTEGER NOT NULL,
  on_duty INTEGER NOT NULL DEFAULT 0,
  pin_hash TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  employee_id TEXT REFERENCES employee (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT;

-- Files already imported, so that the same receipts never count twice.
CREATE TABLE imported_file (
  sha256 TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  imported_at INTEGER NOT NULL,
  -- Line up to which it is imported, so that one that was interrupted goes on where it stopped; null when all of it is.
  line INTEGER
) STRICT;
