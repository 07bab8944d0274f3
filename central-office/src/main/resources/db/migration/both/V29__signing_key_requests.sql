-- Public halves of keys that people made in their browsers, until the keeper of the targets key takes them.
CREATE TABLE signing_key_request (
  number      ${counted},
  person_id   ${text} NOT NULL REFERENCES person (id),
  role        ${text} NOT NULL,
  public_half ${text} NOT NULL UNIQUE,      -- the 32 bytes of an Ed25519 key in hex
  asked_at    ${text} NOT NULL,
  state       ${text} NOT NULL              -- waiting, taken, dropped
);
CREATE INDEX signing_key_request_person ON signing_key_request (person_id, number);
CREATE INDEX signing_key_request_state ON signing_key_request (state, number);
