-- A file that an editor attached to a draft, until it is decided on; its bytes lie in the data folder, files/<sha256>.
CREATE TABLE draft_file (
  id       ${counted},
  sha256   ${text} NOT NULL,
  proposal ${integer} NOT NULL REFERENCES proposal (id),
  person   ${text} NOT NULL,
  at       ${text} NOT NULL
);
CREATE INDEX draft_file_sha256 ON draft_file (sha256);
