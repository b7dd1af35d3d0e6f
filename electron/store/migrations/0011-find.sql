-- Full-text rows are found again by number: looking for a product's row by its id would read all of them.
CREATE TABLE product_entry (
  entry INTEGER PRIMARY KEY,
  product_id TEXT NOT NULL UNIQUE REFERENCES product (id) ON DELETE CASCADE
) STRICT;
INSERT INTO product_entry (product_id) SELECT id FROM product ORDER BY id;

ALTER TABLE product_words RENAME TO product_words_before;
CREATE VIRTUAL TABLE product_words USING fts5 (words, prefix = '2 3 4', tokenize = "unicode61 remove_diacritics 2");
INSERT INTO product_words (rowid, words)
  SELECT entry, words FROM product_words_before JOIN product_entry USING (product_id);
DROP TABLE product_words_before;

-- Every word a product can be found by, so that a mistyped one has something to be compared with.
CREATE VIRTUAL TABLE product_vocabulary USING fts5vocab ('product_words', 'row');
CREATE TABLE product_term (
  n INTEGER PRIMARY KEY,
  term TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL
) STRICT;
CREATE INDEX product_term_by_size ON product_term (size);
CREATE VIRTUAL TABLE product_term_grams USING fts5 (term, content = 'product_term', content_rowid = 'n', tokenize = 'trigram', detail = none);
CREATE TRIGGER product_term_added AFTER INSERT ON product_term BEGIN
  INSERT INTO product_term_grams (rowid, term) VALUES (new.n, new.term);
END;
CREATE TRIGGER product_term_gone AFTER DELETE ON product_term BEGIN
  INSERT INTO product_term_grams (product_term_grams, rowid, term) VALUES ('delete', old.n, old.term);
END;

CREATE TABLE synonym (
  id TEXT PRIMARY KEY,
  said TEXT NOT NULL,
  meant TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

-- GTIN-14, so that the same article has one code whether it is printed with 8, 12 or 13 digits.
CREATE TABLE product_code (
  code TEXT PRIMARY KEY CHECK (length(code) = 14),
  product_id TEXT NOT NULL REFERENCES product (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX product_code_by_product ON product_code (product_id);

-- Where somebody who reads the kiosk's screen looks, on the plan.
ALTER TABLE floor_plan ADD COLUMN facing TEXT NOT NULL DEFAULT 'up' CHECK (facing IN ('up', 'right', 'down', 'left'));

-- Shelves nobody can walk through; products say in which aisle they are.
CREATE TABLE floor_shelf (
  id TEXT PRIMARY KEY,
  aisle TEXT NOT NULL,
  x_m REAL NOT NULL,
  y_m REAL NOT NULL,
  width_m REAL NOT NULL,
  depth_m REAL NOT NULL
) STRICT;
