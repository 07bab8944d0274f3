-- A file that an editor brought, until it becomes a proposal. Its bytes lie in the data folder, uploads/<id>/.
CREATE TABLE upload (
  id        ${counted},
  file      ${text} NOT NULL,          -- as its sender calls it
  sha256    ${text} NOT NULL,
  bytes     ${integer} NOT NULL,
  file_kind ${text} NOT NULL,
  source    ${text} NOT NULL,          -- whose records these are, as citizens are shown it
  person    ${text} NOT NULL,
  at        ${text} NOT NULL,
  part      ${integer} NOT NULL,       -- which sheet or table of the file
  mapping   ${text},                   -- which column is which field; null until somebody said so
  report    ${text},                   -- what a reading found; null until it was read
  proposal  ${integer} REFERENCES proposal (id)
);
CREATE INDEX upload_source ON upload (source, id);

-- What the columns of a source were last said to be; an empty field is one that is left out.
CREATE TABLE upload_column (
  source ${text} NOT NULL,
  type   ${text} NOT NULL,
  name   ${text} NOT NULL,
  field  ${text} NOT NULL,
  PRIMARY KEY (source, type, name)
);
