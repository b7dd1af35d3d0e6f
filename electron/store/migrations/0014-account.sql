-- A card: a code that a customer shows where no beacon names them. The code itself is nowhere, only its keyed hash.
CREATE TABLE card (
  customer_id TEXT PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
  code_hash TEXT NOT NULL UNIQUE,
  made_at INTEGER NOT NULL
) STRICT;

-- What a customer told us of their habits, JSON, sealed under their own key.
CREATE TABLE preference (
  customer_id TEXT PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
  sealed BLOB NOT NULL
) STRICT;

-- Anonymous receipts, for what is bought together: products only. No customer, no day, no number of a receipt.
CREATE TABLE basket (
  seq INTEGER PRIMARY KEY,
  -- Which file it came with, and which receipt of it: a file that was interrupted must not count twice.
  file TEXT NOT NULL,
  place INTEGER NOT NULL,
  -- Product identifiers, JSON.
  products TEXT NOT NULL,
  UNIQUE (file, place)
) STRICT;

-- What the baskets say, computed after each import.
CREATE TABLE together (
  product_id TEXT NOT NULL,
  rank INTEGER NOT NULL,
  other_id TEXT NOT NULL,
  PRIMARY KEY (product_id, rank)
) STRICT;
