-- What is personal is sealed under a key of its own, wrapped by the master key beside the database; the functions are the station's.
-- A number or an identifier is found again by its keyed hash.
CREATE TABLE customer_sealed (
  id TEXT PRIMARY KEY,
  -- Keyed hash of the number the till knows the customer by.
  number_hash TEXT NOT NULL UNIQUE,
  -- Names the key where erasures are remembered; random, and nothing leads from it to a person.
  key_id TEXT NOT NULL UNIQUE,
  wrapped_key BLOB NOT NULL,
  -- Number, consent pseudonym, name, picture and language, JSON.
  sealed BLOB NOT NULL,
  joined_at INTEGER NOT NULL,
  -- Day of the last visit, for the retention period; earlier days are not kept.
  last_seen_on TEXT NOT NULL
) STRICT;
INSERT INTO customer_sealed
SELECT id, blind('customer number', number), lower(hex(randomblob(16))), new_key(id), x'', joined_at, last_seen_on FROM customer;
UPDATE customer_sealed SET sealed = seal(wrapped_key, id, (
  SELECT json_object('number', number, 'principal', principal, 'name', name, 'picture', picture, 'language', language)
  FROM customer WHERE customer.id = customer_sealed.id
));
CREATE INDEX customer_by_last_visit ON customer_sealed (last_seen_on);

CREATE TABLE beacon_sealed (
  -- Keyed hash of what the beacon sends or is registered as.
  id TEXT PRIMARY KEY,
  key_id TEXT NOT NULL UNIQUE,
  wrapped_key BLOB NOT NULL,
  -- Identifier, strength and Eddystone-EID registration, JSON.
  sealed BLOB NOT NULL,
  -- Since when it recognises nobody, because it was lost; null while it does.
  blocked_at INTEGER
) STRICT;
INSERT INTO beacon_sealed SELECT blind('beacon', id), lower(hex(randomblob(16))), new_key(blind('beacon', id)), x'', blocked_at FROM beacon;
UPDATE beacon_sealed SET sealed = seal(wrapped_key, id, (
  SELECT json_object('id', id, 'strength', strength, 'identityKey', iif(identity_key IS NULL, NULL, lower(hex(identity_key))), 'exponent', exponent,
                     'clockOffset', clock_offset, 'knownAt', known_at)
  FROM beacon WHERE blind('beacon', beacon.id) = beacon_sealed.id
));
UPDATE carrier SET beacon_id = blind('beacon', beacon_id);

-- Renaming reads every trigger, and this one names a table that is away for a moment.
DROP TRIGGER beacon_goes_with_its_last_carrier;
DROP TABLE customer;
DROP TABLE beacon;
ALTER TABLE customer_sealed RENAME TO customer;
ALTER TABLE beacon_sealed RENAME TO beacon;
CREATE TRIGGER beacon_goes_with_its_last_carrier AFTER DELETE ON carrier
WHEN NOT EXISTS (SELECT 1 FROM carrier WHERE beacon_id = OLD.beacon_id)
BEGIN
  DELETE FROM beacon WHERE id = OLD.beacon_id;
END;

-- Keys that were deleted. Their copy outside this file keeps a backup from bringing an erased person back.
CREATE TABLE erased_key (
  key_id TEXT PRIMARY KEY
) STRICT;
CREATE TRIGGER customer_key_is_remembered AFTER DELETE ON customer BEGIN INSERT OR IGNORE INTO erased_key VALUES (OLD.key_id); END;
CREATE TRIGGER beacon_key_is_remembered AFTER DELETE ON beacon BEGIN INSERT OR IGNORE INTO erased_key VALUES (OLD.key_id); END;

-- What the manager has made of the words a shopper reads before answering. A version is never changed: records name it.
CREATE TABLE consent_text (
  purpose TEXT NOT NULL,
  version TEXT PRIMARY KEY,
  fr TEXT NOT NULL,
  en TEXT NOT NULL,
  -- The meaning differs from the version before: who agreed to that one is asked again.
  asks_again INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER consent_text_is_immutable BEFORE UPDATE ON consent_text BEGIN SELECT RAISE (ABORT, 'a text version is never changed'); END;
CREATE TRIGGER consent_text_is_kept BEFORE DELETE ON consent_text BEGIN SELECT RAISE (ABORT, 'a text version is never deleted'); END;

-- What the retention job did: how many, never who.
CREATE TABLE retention_run (
  day TEXT PRIMARY KEY,
  erased INTEGER NOT NULL
) STRICT;

-- Only in a backup: when it was made, and the signed ends of its chains, JSON.
CREATE TABLE backup_note (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  made_at INTEGER NOT NULL,
  consent TEXT NOT NULL,
  audit TEXT NOT NULL
) STRICT;
