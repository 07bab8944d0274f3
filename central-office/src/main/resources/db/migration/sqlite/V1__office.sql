-- One row per record the office holds. json is the record's canonical form, header and revision included.
CREATE TABLE record (
  id       TEXT PRIMARY KEY,
  type     TEXT NOT NULL,
  kind     TEXT NOT NULL,             -- which importer made it: titles, laws, guides, sample
  source   TEXT NOT NULL,             -- origin.source
  key      TEXT NOT NULL,             -- its key in that source
  revision INTEGER NOT NULL CHECK (revision >= 1),
  as_of    TEXT NOT NULL,             -- day of the import that made this revision
  sha256   TEXT NOT NULL,             -- of json
  json     BLOB NOT NULL
);
CREATE INDEX record_kind ON record (kind, source);
CREATE INDEX record_type ON record (type);

CREATE TABLE import_run (
  id          INTEGER PRIMARY KEY,
  file        TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  kind        TEXT NOT NULL,
  finished_at TEXT NOT NULL,
  seconds     REAL NOT NULL,
  added       INTEGER NOT NULL,
  changed     INTEGER NOT NULL,
  unchanged   INTEGER NOT NULL,
  repaired    INTEGER NOT NULL,
  refused     INTEGER NOT NULL,
  warnings    INTEGER NOT NULL
);

-- Single findings of a run; their counts by kind are complete, the rows kept here are the first ones.
CREATE TABLE import_finding (
  run_id   INTEGER NOT NULL REFERENCES import_run (id) ON DELETE CASCADE,
  severity TEXT NOT NULL,             -- repaired, refused, warning
  row      INTEGER NOT NULL,
  field    TEXT NOT NULL,
  kind     TEXT NOT NULL,
  detail   TEXT NOT NULL
);
CREATE INDEX import_finding_run ON import_finding (run_id);

-- A number is taken before anything is published and never used again; the rest is null until the
-- release is out.
CREATE TABLE release (
  number         INTEGER PRIMARY KEY AUTOINCREMENT,
  published_at   TEXT,
  records        INTEGER,
  bytes          INTEGER,
  seconds        REAL,
  state_digest   TEXT
);

CREATE TABLE enrolment_token (
  hash        TEXT PRIMARY KEY,       -- SHA-256 of the secret part; the token itself is never stored
  hall        TEXT,
  issued_at   TEXT NOT NULL,
  expires_at  TEXT NOT NULL,
  used_at     TEXT
);

CREATE TABLE terminal (
  id          TEXT PRIMARY KEY,
  hall        TEXT,
  enrolled_at TEXT NOT NULL
);

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
