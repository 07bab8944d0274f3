-- What net deltas are made of: the state of each channel at the last release, and what each of the
-- releases from which a delta leads has changed.
CREATE TABLE published_record (
  channel TEXT NOT NULL,
  id      TEXT NOT NULL,
  sha256  BLOB NOT NULL,
  PRIMARY KEY (channel, id)
) WITHOUT ROWID;

CREATE TABLE channel_state (
  channel TEXT NOT NULL,
  release INTEGER NOT NULL,
  digest  TEXT NOT NULL,
  PRIMARY KEY (channel, release)
) WITHOUT ROWID;

-- before is the record's hash at the release before, and empty where it was not there.
CREATE TABLE release_change (
  channel TEXT NOT NULL,
  release INTEGER NOT NULL,
  id      TEXT NOT NULL,
  before  BLOB NOT NULL,
  PRIMARY KEY (channel, release, id)
) WITHOUT ROWID;
