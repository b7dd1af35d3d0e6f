-- When a rotating beacon's clock was last certain: what it is heard to drift by is believed only within what a sound clock can.
ALTER TABLE beacon ADD COLUMN known_at INTEGER;
