-- A token that is used up names whose key used it, so that the same terminal may ask again.
ALTER TABLE enrolment_token ADD COLUMN used_by_key TEXT;          -- fingerprint of the public key
ALTER TABLE enrolment_token ADD COLUMN terminal_id TEXT REFERENCES terminal (id);

ALTER TABLE terminal ADD COLUMN revoked_at TEXT;
ALTER TABLE terminal ADD COLUMN revoked_why TEXT;
-- What the terminal itself said last; null before it first called.
ALTER TABLE terminal ADD COLUMN contact_at TEXT;                  -- by the office's clock
ALTER TABLE terminal ADD COLUMN contact_release INTEGER;
ALTER TABLE terminal ADD COLUMN contact_outcome TEXT;
ALTER TABLE terminal ADD COLUMN contact_detail TEXT;

-- Every certificate that was ever issued; a terminal may hold two that overlap.
CREATE TABLE terminal_certificate (
  sha256      TEXT PRIMARY KEY,                                   -- of der
  terminal_id TEXT NOT NULL REFERENCES terminal (id),
  key         TEXT NOT NULL,                                      -- fingerprint of the public key
  issued_at   TEXT NOT NULL,
  expires_at  TEXT NOT NULL,
  der         BLOB NOT NULL
);
CREATE INDEX terminal_certificate_terminal ON terminal_certificate (terminal_id, expires_at);
CREATE INDEX terminal_certificate_key ON terminal_certificate (key);
