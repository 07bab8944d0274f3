-- What the catalogue held before, each time that a record was changed or removed, by whatever wrote it. What it holds
-- now is in record.
CREATE TABLE record_version (
  number   ${counted},
  id       ${text} NOT NULL,
  type     ${text} NOT NULL,
  kind     ${text} NOT NULL,
  source   ${text} NOT NULL,
  key      ${text} NOT NULL,
  revision ${integer} NOT NULL,
  as_of    ${text} NOT NULL,
  sha256   ${text} NOT NULL,
  json     ${bytes} NOT NULL
);
CREATE INDEX record_version_id ON record_version (id, revision);

-- What lists of records show, and are filtered and searched by: short rows, kept by the database itself.
CREATE TABLE record_line (
  id            ${text} PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  type          ${text} NOT NULL,
  source        ${text} NOT NULL,
  title         ${text} NOT NULL,
  number        ${text} NOT NULL,        -- document number or code of the matter, else empty
  department_id ${text} NOT NULL,        -- else empty
  publisher     ${text} NOT NULL,        -- the publisher's or department's name as the record says it, else empty
  day           ${text} NOT NULL,        -- published, else written, else taken by the office
  until         ${text} NOT NULL,        -- last day of showing, else empty
  revision      ${integer} NOT NULL,
  as_of         ${text} NOT NULL,
  sha256        ${bytes} NOT NULL,        -- as in published_record
  words         ${text} NOT NULL         -- title, numbers and id in small letters
);
CREATE INDEX record_line_day ON record_line (day, id);
CREATE INDEX record_line_title ON record_line (title, id);
CREATE INDEX record_line_department ON record_line (department_id);
CREATE INDEX record_line_publisher ON record_line (publisher);

-- A change of records that somebody proposes and somebody else decides on.
CREATE TABLE proposal (
  id           ${counted},
  origin       ${text} NOT NULL,         -- edit, upload, api
  author       ${text} NOT NULL,
  title        ${text} NOT NULL,
  state        ${text} NOT NULL,         -- open, submitted, approved, returned, discarded, undone
  opened_at    ${text} NOT NULL,
  saved_at     ${text} NOT NULL,
  submitted_at ${text},
  undoes       ${integer} REFERENCES proposal (id)
);
CREATE INDEX proposal_state ON proposal (state, id);
CREATE INDEX proposal_author ON proposal (author, id);

-- Every decision on it, with the secrecy review (政府信息公开条例 第十七条) where there was one.
CREATE TABLE proposal_decision (
  number     ${counted},
  proposal   ${integer} NOT NULL REFERENCES proposal (id),
  who        ${text} NOT NULL,
  at         ${text} NOT NULL,
  outcome    ${text} NOT NULL,           -- approved, returned
  reason     ${text} NOT NULL,
  conclusion ${text},
  basis      ${text} NOT NULL,
  note       ${text} NOT NULL
);
CREATE INDEX proposal_decision_of ON proposal_decision (proposal, number);

CREATE TABLE proposal_item (
  proposal  ${integer} NOT NULL REFERENCES proposal (id),
  record_id ${text} NOT NULL,
  base      ${integer} NOT NULL,         -- revision on which the change rests; 0 where there was no such record
  revision  ${integer} NOT NULL,         -- that it gets; of a removal: that it had
  type      ${text} NOT NULL,
  kind      ${text} NOT NULL,
  source    ${text} NOT NULL,
  key       ${text} NOT NULL,
  as_of     ${text} NOT NULL,
  sha256    ${text} NOT NULL,
  title     ${text} NOT NULL,
  saved_at  ${text} NOT NULL,
  json      ${bytes},                     -- null for a removal
  PRIMARY KEY (proposal, record_id)
);
CREATE INDEX proposal_item_record ON proposal_item (record_id);

-- Earlier savings of a draft, for going back step by step; gone when the proposal is decided on.
CREATE TABLE proposal_draft (
  number    ${counted},
  proposal  ${integer} NOT NULL REFERENCES proposal (id),
  record_id ${text} NOT NULL,
  saved_at  ${text} NOT NULL,
  json      ${bytes} NOT NULL
);
CREATE INDEX proposal_draft_item ON proposal_draft (proposal, record_id, number);
