-- A beacon and who carries it are two things: a couple may share one, and one customer may have several.
CREATE TABLE beacon_apart (
  id TEXT PRIMARY KEY,
  strength TEXT NOT NULL,
  -- Eddystone-EID registration; null for static identifiers.
  identity_key BLOB,
  exponent INTEGER,
  clock_offset INTEGER,
  -- When the rotating beacon's clock was last certain: what it is heard to drift by is believed only within what a sound clock can.
  known_at INTEGER,
  -- Since when it recognises nobody, because it was lost; null while it does.
  blocked_at INTEGER
) STRICT;
INSERT INTO beacon_apart SELECT id, strength, identity_key, exponent, clock_offset, known_at, NULL FROM beacon;

CREATE TABLE carrier_of (
  beacon_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  handle TEXT NOT NULL,
  added_at INTEGER NOT NULL
) STRICT;
INSERT INTO carrier_of SELECT id, customer_id, lower(hex(randomblob(8))), enrolled_at FROM beacon;

DROP TABLE beacon;
ALTER TABLE beacon_apart RENAME TO beacon;

CREATE TABLE carrier (
  beacon_id TEXT NOT NULL REFERENCES beacon (id) ON DELETE CASCADE,
  customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  -- What a page calls the beacon by: its own identifier is for nobody's eyes.
  handle TEXT NOT NULL UNIQUE,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (beacon_id, customer_id)
) STRICT;
CREATE INDEX carrier_by_customer ON carrier (customer_id);
INSERT INTO carrier SELECT beacon_id, customer_id, handle, added_at FROM carrier_of;
DROP TABLE carrier_of;

-- A beacon that nobody carries any more is forgotten, key and all.
CREATE TRIGGER beacon_goes_with_its_last_carrier AFTER DELETE ON carrier
WHEN NOT EXISTS (SELECT 1 FROM carrier WHERE beacon_id = OLD.beacon_id)
BEGIN
  DELETE FROM beacon WHERE id = OLD.beacon_id;
END;
