-- Who holds which signing key. What counts is in the signed metadata; this only says whose it is.
CREATE TABLE signing_key (
  id      TEXT NOT NULL,              -- as in metadata
  role    TEXT NOT NULL,
  holder  TEXT NOT NULL,
  place   TEXT NOT NULL,              -- the file, when it was noted
  since   TEXT NOT NULL,
  until   TEXT,                       -- null while it counts
  PRIMARY KEY (id, role)
);
