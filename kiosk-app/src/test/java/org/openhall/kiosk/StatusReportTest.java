package org.openhall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.kiosk.shell.ContentState;
import org.openhall.link.status.KioskStatus;
import org.openhall.link.status.StatusFile;

class StatusReportTest {
  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

  @TempDir Path data;

  @Test
  void tellsWhichReleaseIsOnTheScreenSinceWhen() throws IOException, InterruptedException {
    StatusReport report = new StatusReport(data, Clock.fixed(NOW, ZoneOffset.UTC));
    report.shown(new ContentState.Shown(new ReleaseInfo(12, NOW, "示例市", false)));
    report.close();
    report.awaitEnd();

    assertEquals(new KioskStatus(12, NOW, Map.of()), StatusFile.kiosk(data).read().orElseThrow());
  }
}
