-- A second file beside the snapshot while it is built: titles as they come, to be brought into
-- their order. Deleted at the end. In an update it holds those of the records that have changed.
CREATE TABLE draft.line (
  r INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  length INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  publisher TEXT,
  document_number TEXT,
  index_number TEXT,
  day TEXT,
  year INTEGER,
  category_id TEXT,
  item_type TEXT,
  theme TEXT,
  genre TEXT,
  validity TEXT,
  natural_person INTEGER NOT NULL,
  legal_person INTEGER NOT NULL,
  cases INTEGER,
  complete INTEGER NOT NULL,
  sample INTEGER NOT NULL,
  own INTEGER NOT NULL,
  effective_from TEXT NOT NULL,
  effective_until TEXT NOT NULL,
  seal BLOB NOT NULL,
  names TEXT NOT NULL,
  text_length INTEGER NOT NULL,
  text BLOB NOT NULL
) STRICT;

CREATE INDEX draft.line_rank ON line (kind, rank, length, id);

-- The lines in their order.
CREATE TABLE draft.place (
  p INTEGER PRIMARY KEY,
  r INTEGER NOT NULL
) STRICT;

-- Records that were there before the update and are gone or have changed.
CREATE TABLE draft.gone (
  id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Titles to be brought up to date in the index, with what it knows of them; names is null for
-- those that it does not know.
CREATE TABLE draft.touched (
  n INTEGER PRIMARY KEY,
  own INTEGER NOT NULL,
  names TEXT,
  text_length INTEGER NOT NULL,
  text BLOB NOT NULL
) STRICT;
