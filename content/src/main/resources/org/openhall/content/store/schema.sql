-- A snapshot of one release. Built from packs, or as a copy of another to which net deltas are
-- applied; never edited under its name: a new release is a new file.
-- Days are ISO dates; hashes are SHA-256.

CREATE TABLE release (
  number INTEGER NOT NULL,
  published_at TEXT NOT NULL,
  office TEXT NOT NULL,
  sample INTEGER NOT NULL,
  stale_after_days INTEGER NOT NULL,
  intake_key TEXT,
  seal BLOB NOT NULL
) STRICT;

CREATE TABLE channel (
  name TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  records INTEGER NOT NULL,
  state_digest TEXT NOT NULL
) STRICT;

-- Every record as it came, unknown types included. json is canonical JSON, zstd-compressed if
-- packed_from (its length before) is not null; sha256 is of the canonical JSON.
CREATE TABLE record (
  r INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  channel TEXT NOT NULL,
  effective_from TEXT NOT NULL,
  effective_until TEXT NOT NULL,
  sample INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  packed_from INTEGER,
  json BLOB NOT NULL
) STRICT;

CREATE INDEX record_type ON record (type);

CREATE INDEX record_sample ON record (sample) WHERE sample = 1;

-- The catalogue trees.
CREATE TABLE node (
  id TEXT PRIMARY KEY,
  tree TEXT NOT NULL,
  parent_id TEXT,
  place INTEGER NOT NULL
) STRICT;

CREATE INDEX node_parent ON node (parent_id);

-- What lists and search results show, in their order: n counts up (with free numbers in between) guides first, then notices, then
-- entries, then departments, staff, forms, disclosure guides and annual reports; guides with materials, then the most sought and short titles; others from the newest. own is 1 for what one
-- of the departments that the content names has issued. seal is the hash
-- of the columns that are shown or asked for by filters: all but n, own and seal.
CREATE TABLE title (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  kind INTEGER NOT NULL,
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
  seal BLOB NOT NULL
) STRICT;

-- Where guides stand: place is a node of a theme or of a 一件事, or "window " and a window's id.
CREATE TABLE placement (
  place TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (place, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX placement_id ON placement (id);

-- Records that name attachments.
CREATE TABLE attached (
  id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What search compares: names holds the folded title, aliases and numbers, one a line. Some are shown
-- as suggestions, so names_seal holds the first eight bytes of their hash.
CREATE TABLE words (
  n INTEGER PRIMARY KEY,
  names TEXT NOT NULL,
  initials TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  names_seal BLOB NOT NULL
) STRICT;

-- Each line of words.names by itself.
CREATE TABLE name (
  folded TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (folded, n)
) STRICT, WITHOUT ROWID;

-- Folded texts, UTF-8, zstd-compressed; length is before compression.
CREATE TABLE text (
  n INTEGER PRIMARY KEY,
  length INTEGER NOT NULL,
  folded BLOB NOT NULL
) STRICT;

-- Characters, pairs of characters and numbers; the tokens are made in Java, so the tokenizer only splits at
-- spaces. The rowid is title.n.
CREATE VIRTUAL TABLE name_index USING fts5 (tokens, content='', detail=none, columnsize=0, tokenize='ascii');

CREATE VIRTUAL TABLE text_index USING fts5 (tokens, content='', detail=none, columnsize=0, tokenize='ascii');

-- 8 MB of tokens are gathered before they are written, so there is less to merge.
INSERT INTO name_index (name_index, rank) VALUES ('hashsize', 8000000);

INSERT INTO text_index (text_index, rank) VALUES ('hashsize', 8000000);

-- How many records have a token, for those that more than 255 have; place is 0 for name_index and 1
-- for text_index.
CREATE TABLE common_token (
  place INTEGER NOT NULL,
  token TEXT NOT NULL,
  records INTEGER NOT NULL,
  PRIMARY KEY (place, token)
) STRICT, WITHOUT ROWID;
