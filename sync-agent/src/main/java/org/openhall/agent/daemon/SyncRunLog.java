package org.openhall.agent.daemon;

import org.openhall.agent.sync.SyncRun.Finished;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of the runs in agent.db, the newest ten thousand. */
final class SyncRunLog {
  private static final int KEPT = 10_000;

  private final JdbcClient database;

  SyncRunLog(JdbcClient database) {
    this.database = database;
  }

  void add(Finished run, String detail) {
    database
        .sql(
            "INSERT INTO sync_run (started_at, outcome, detail, release, seconds, bytes)"
                + " VALUES (?, ?, ?, ?, ?, ?)")
        .param(run.startedAt().toString())
        .param(run.outcome().kind().name())
        .param(detail)
        .param(run.release())
        .param(run.took().toMillis() / 1000.0)
        .param(run.bytes())
        .update();
    database
        .sql("DELETE FROM sync_run WHERE id <= (SELECT max(id) FROM sync_run) - ?")
        .param(KEPT)
        .update();
  }
}
