-- One floor plan per store, in metres from its left and top edge.
CREATE TABLE floor_plan (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  width_m REAL NOT NULL,
  height_m REAL NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE floor_place (
  kind TEXT NOT NULL CHECK (kind IN ('kiosk', 'receiver', 'zone')),
  id TEXT NOT NULL,
  x_m REAL NOT NULL,
  y_m REAL NOT NULL,
  radius_m REAL,
  PRIMARY KEY (kind, id)
) STRICT;

CREATE TABLE floor_picture (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  type TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

-- What the strength of a beacon is corrected by: what its receiver hears too much or too little, and how strongly its model sends.
CREATE TABLE receiver_offset (
  receiver TEXT PRIMARY KEY,
  offset_db REAL NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE beacon_model (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  match TEXT NOT NULL,
  measured_power_dbm REAL NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
