package org.openhall.office.web;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;

@OnBothDatabases
class EventTidyingTest {

  private final TestDatabase kind;

  EventTidyingTest(TestDatabase kind) {
    this.kind = kind;
  }

  @Test
  void theRunningOfficeDeletesWhatIsPastItsTime(@TempDir Path folder) throws Exception {
    OfficeDatabase database = kind.open(folder);
    database
        .client()
        .sql("INSERT INTO terminal (id, hall, enrolled_at) VALUES ('t-1', '一楼', '2020-01-01')")
        .update();
    database
        .client()
        .sql(
            "INSERT INTO terminal_event (terminal_id, id, type, at, day, received_at, body) VALUES"
                + " ('t-1', 'a', 'kiosk-started', '', '2020-01-01', '2020-01-01T00:00:00Z', '{}')")
        .update();
    try (TestServer _ = TestServer.start(kind, folder)) {
      while (rows(database) > 0) {
        Thread.onSpinWait();
      }
    }
  }

  private static long rows(OfficeDatabase database) {
    return database.client().sql("SELECT count(*) FROM terminal_event").query(Long.class).single();
  }
}
