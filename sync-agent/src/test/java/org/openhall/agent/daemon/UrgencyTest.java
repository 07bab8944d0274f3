package org.openhall.agent.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.settings.DownloadHours;
import org.openhall.agent.sync.Bulk;
import org.openhall.agent.sync.SyncJob;
import org.openhall.agent.sync.SyncOutcome;
import org.openhall.agent.sync.SyncWatch;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.sync.TestOffice;
import org.openhall.link.TerminalIdentity;
import org.openhall.repository.client.DirectoryFetcher;
import org.openhall.repository.client.Sources;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;

/** A job with the rule for large downloads; the office's clock stands at 16:00 in Shanghai. */
class UrgencyTest {
  private static final Optional<DownloadHours> NIGHT =
      Optional.of(
          new DownloadHours(LocalTime.of(23, 0), LocalTime.of(6, 0), ZoneId.of("Asia/Shanghai")));
  private static final Clock NIGHTLY =
      Clock.fixed(Instant.parse("2026-11-24T16:00:00Z"), ZoneOffset.UTC);

  private @TempDir Path dir;
  private TestOffice office;
  private Terminal terminal;

  @BeforeEach
  void enrol() throws IOException, RepositoryException {
    office = new TestOffice(dir.resolve("office"));
    terminal =
        new Terminal(
            dir.resolve("terminal"),
            new TerminalIdentity(
                "t-1", URI.create("http://127.0.0.1:1/"), List.of("city"), TestOffice.NOW));
    Updater.trust(Terminal.metadata(terminal.data()), office.root());
  }

  private SyncOutcome run(Bulk rule, Clock clock) {
    Sources office = Sources.only(new DirectoryFetcher(this.office.repository()));
    return new SyncJob(terminal, office, clock, SyncWatch.NONE, rule).run();
  }

  private SyncOutcome run(Bulk rule) {
    return run(rule, TestOffice.CLOCK);
  }

  @Test
  void byDayANewReleaseWaitsForTheNight() throws IOException, RepositoryException {
    office.publish(1, "a");
    run(Bulk.ANY_TIME);
    office.publish(2, "b");
    SyncOutcome.Waiting waiting =
        assertInstanceOf(SyncOutcome.Waiting.class, run(new Urgency(NIGHT, TestOffice.CLOCK)));
    assertFalse(waiting.atOnce());
    assertTrue(waiting.words().toString().contains("23:00-06:00"), waiting::toString);
    assertEquals(new SyncOutcome.Activated(2, 1), run(new Urgency(NIGHT, NIGHTLY), NIGHTLY));
  }

  @Test
  void aTerminalThatShowsNothingYetDoesNotWait() throws IOException, RepositoryException {
    office.publish(1, "a");
    assertEquals(new SyncOutcome.Activated(1, 1), run(new Urgency(NIGHT, TestOffice.CLOCK)));
  }

  @Test
  void aLongDownloadGivesWayAndGoesOn() throws IOException, RepositoryException {
    office.publish(1, "a");
    run(Bulk.ANY_TIME);
    office.publish(2, "b");
    Urgency urgency = new Urgency(Optional.empty(), TestOffice.CLOCK);
    urgency.giveWayWhen(() -> true);
    SyncOutcome.Waiting waiting = assertInstanceOf(SyncOutcome.Waiting.class, run(urgency));
    assertTrue(waiting.atOnce());
    urgency.giveWayWhen(() -> false);
    assertEquals(new SyncOutcome.Activated(2, 1), run(urgency));
  }
}
