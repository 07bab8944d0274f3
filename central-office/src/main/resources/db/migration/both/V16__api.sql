-- With what another system proves that it may push; the token itself is never stored.
CREATE TABLE api_token (
  id         ${counted},
  hash       ${text} NOT NULL UNIQUE,   -- SHA-256 of the token
  name       ${text} NOT NULL,
  source     ${text} NOT NULL,          -- whose records it brings, as citizens are shown it
  scopes     ${text} NOT NULL,          -- with spaces between
  made_by    ${text} NOT NULL,
  made_at    ${text} NOT NULL,
  expires_at ${text} NOT NULL,
  revoked_at ${text},
  used_at    ${text}
);

-- What was pushed, once for each idempotency key, and what was answered.
CREATE TABLE api_push (
  id       ${counted},
  token    ${integer} NOT NULL REFERENCES api_token (id),
  key      ${text} NOT NULL,
  sha256   ${text} NOT NULL,            -- of the body
  at       ${text} NOT NULL,
  status   ${integer},                  -- of the answer; null until there is one
  answer   ${text},
  proposal ${integer} REFERENCES proposal (id),
  UNIQUE (token, key)
);

-- The version of a record that its source pushed last (信息同源).
CREATE TABLE source_version (
  record_id ${text} PRIMARY KEY,
  source    ${text} NOT NULL,
  key       ${text} NOT NULL,
  title     ${text} NOT NULL,
  sha256    ${text} NOT NULL,           -- of what the source pushed
  content   ${text} NOT NULL,           -- SHA-256 of the record without revision and day; empty where the source took it back
  at        ${text} NOT NULL,
  proposal  ${integer} REFERENCES proposal (id)   -- by which it is to come into the catalogue; null where it was there
);
CREATE INDEX source_version_key ON source_version (source, key);
