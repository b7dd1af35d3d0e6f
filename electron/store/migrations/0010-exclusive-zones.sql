-- Whether only whom the zone's own receivers hear best counts.
ALTER TABLE zone ADD COLUMN exclusive INTEGER NOT NULL DEFAULT 0;
