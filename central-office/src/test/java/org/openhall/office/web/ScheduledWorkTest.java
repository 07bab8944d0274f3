package org.openhall.office.web;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.database.Alone;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.database.Turn;
import org.openhall.office.publish.ReleasePlans;
import org.openhall.repository.metadata.RepositoryException;

/** What a server does by itself. */
@Timeout(120)
class ScheduledWorkTest {
  @TempDir Path folder;

  /** Of a release that waits no more, so that the plan ends without a turn of the repository. */
  @Test
  void aRenewalThatWaitsForItsTurnHoldsUpNoPlan()
      throws IOException, SQLException, RepositoryException {
    TestServer before = TestServer.start(TestDatabase.SQLITE, folder);
    before.close();
    ReleasePlans plans = new ReleasePlans(before.database());
    try (Alone _ = before.database().alone(Turn.REPOSITORY);
        OfficeServer _ =
            assertInstanceOf(
                    StartOutcome.Started.class,
                    OfficeServer.start(before.parts(), TestServer.place(folder, 0, 0)))
                .server()) {
      plans.put(99, Instant.now(), "wang");
      while (plans.of(99).orElseThrow().state() == ReleasePlans.State.WAITING) {
        Thread.onSpinWait();
      }
    }
  }
}
