-- Every run of the agent. Times are ISO 8601 in UTC; release is the one shown after the run.
CREATE TABLE sync_run (
  id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  detail TEXT NOT NULL,
  release INTEGER NOT NULL,
  seconds REAL NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;
