-- Who works at the desk. lone is 1 for the three administrators, who have that one role and no other:
-- every row of person_role repeats it, and the keys below hold it together.
CREATE TABLE person (
  id           ${text} PRIMARY KEY,
  name         ${text} NOT NULL,
  lone         ${integer} NOT NULL CHECK (lone IN (0, 1)),
  password     ${text},                       -- Argon2id, null until the first sign-in
  totp_secret  ${text},                       -- Base32, null until the first sign-in
  totp_step    ${integer} NOT NULL DEFAULT 0,  -- the last one used
  first_code   ${text},                       -- SHA-256 of the code for the first sign-in
  first_until  ${text},
  created_at   ${text} NOT NULL,
  disabled_at  ${text},
  UNIQUE (id, lone)
);

CREATE TABLE person_role (
  person_id ${text} NOT NULL,
  role      ${text} NOT NULL,
  lone      ${integer} NOT NULL CHECK (lone IN (0, 1)),
  PRIMARY KEY (person_id, role),
  FOREIGN KEY (person_id, lone) REFERENCES person (id, lone),
  CHECK ((lone = 1) = (role IN ('SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR')))
);
CREATE UNIQUE INDEX person_role_lone ON person_role (person_id) WHERE lone = 1;

-- Failed attempts by the name that was typed, whether somebody is called so or not: nothing shows who is.
CREATE TABLE sign_in_wait (
  name     ${text} PRIMARY KEY,
  failures ${integer} NOT NULL,
  last_at  ${text} NOT NULL
);

CREATE TABLE desk_session (
  token_hash ${text} PRIMARY KEY,             -- SHA-256; the token itself is in the browser alone
  person_id  ${text} NOT NULL REFERENCES person (id),
  stage      ${text} NOT NULL,                -- FIRST while the person sets password and codes, then WHOLE
  csrf       ${text} NOT NULL,
  totp_secret ${text},                        -- offered at the first sign-in, not yet proved
  started_at ${text} NOT NULL,
  used_at    ${text} NOT NULL
);
CREATE INDEX desk_session_person ON desk_session (person_id);

-- Who did what. hash = SHA-256 over the former row's hash and this row, so that no row can be changed or
-- taken out without all that follow it.
CREATE TABLE audit_entry (
  number  ${integer} PRIMARY KEY,              -- 1, 2, 3 … without a gap
  at      ${text} NOT NULL,
  who     ${text} NOT NULL,
  deed    ${text} NOT NULL,
  subject ${text} NOT NULL,
  words   ${text} NOT NULL,
  hash    ${text} NOT NULL
);
CREATE INDEX audit_entry_who ON audit_entry (who, number);
CREATE INDEX audit_entry_subject ON audit_entry (subject, number);
