-- Events of terminals, each once. An id stays as long as its terminal may send it again.
CREATE TABLE terminal_event (
  terminal_id TEXT NOT NULL REFERENCES terminal (id),
  id          TEXT NOT NULL,
  type        TEXT NOT NULL,
  at          TEXT NOT NULL,          -- by the terminal's clock
  day         TEXT NOT NULL,          -- of at, in the office's zone
  received_at TEXT NOT NULL,          -- by the office's clock
  body        TEXT,                   -- JSON; null for what is sealed
  PRIMARY KEY (terminal_id, id)
) WITHOUT ROWID;
CREATE INDEX terminal_event_day ON terminal_event (day, type);

-- The sums of all usage events, by day.
CREATE TABLE usage_count (
  terminal_id TEXT NOT NULL REFERENCES terminal (id),
  day         TEXT NOT NULL,
  kind        TEXT NOT NULL,
  count       INTEGER NOT NULL,
  PRIMARY KEY (terminal_id, day, kind)
) WITHOUT ROWID;

-- Applications, questions and comments as they came: only who has the key can read one.
CREATE TABLE sealed_event (
  number       INTEGER PRIMARY KEY,   -- for people
  terminal_id  TEXT NOT NULL REFERENCES terminal (id),
  event_id     TEXT NOT NULL,
  type         TEXT NOT NULL,
  key_id       TEXT NOT NULL,
  encapsulated BLOB NOT NULL,
  sealed       BLOB NOT NULL,
  received_at  TEXT NOT NULL,
  UNIQUE (terminal_id, event_id)
);

-- Answers, sealed to a key that lives as long as a visit.
CREATE TABLE sealed_reply (
  number       INTEGER PRIMARY KEY REFERENCES sealed_event (number),
  key_id       TEXT NOT NULL,
  encapsulated BLOB NOT NULL,
  sealed       BLOB NOT NULL,
  answered_at  TEXT NOT NULL
);

-- Public halves of the keys to which terminals seal; the private ones lie with who opens.
CREATE TABLE intake_key (
  id         TEXT PRIMARY KEY,
  public_key TEXT NOT NULL,
  holder     TEXT NOT NULL,
  place      TEXT NOT NULL,           -- the file, when it was made
  since      TEXT NOT NULL,
  until      TEXT                     -- kept for opening until that day; null for the one in use
);
