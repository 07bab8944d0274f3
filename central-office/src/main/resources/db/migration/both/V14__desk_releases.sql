-- The manifest of each release that is out, by which its records are found again.
CREATE TABLE release_manifest (
  release  ${integer} PRIMARY KEY,
  manifest ${text} NOT NULL
);

-- Who signed the release that waits, at the desk. What counts is in the signed metadata; this says which person it was.
CREATE TABLE release_signature (
  release ${integer} NOT NULL,
  role    ${text} NOT NULL,
  person  ${text} NOT NULL,
  at      ${text} NOT NULL,
  PRIMARY KEY (release, role)
);

-- When a release that waits is to be laid out, and what came of it.
CREATE TABLE release_plan (
  release ${integer} PRIMARY KEY,
  at      ${text} NOT NULL,
  who     ${text} NOT NULL,
  state   ${text} NOT NULL               -- waiting, published, failed: why
);
