package org.openhall.agent.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.agent.sync.TestOffice.CLOCK;
import static org.openhall.agent.sync.TestOffice.NOW;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.sync.SyncOutcome.Activated;
import org.openhall.agent.sync.SyncOutcome.Refused;
import org.openhall.agent.text.Words;
import org.openhall.content.Notice;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.link.TerminalIdentity;
import org.openhall.repository.client.DirectoryFetcher;
import org.openhall.repository.client.Fetcher;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;

/** A terminal that is enrolled at a test office, and what tests ask about it. */
abstract class SyncScenario {
  @TempDir Path dir;
  TestOffice office;
  Terminal terminal;
  Fetcher line;

  @BeforeEach
  void enrol() throws IOException, RepositoryException {
    office = new TestOffice(dir.resolve("office"));
    terminal = terminalOf("city");
    Updater.trust(Terminal.metadata(terminal.data()), office.root());
    line = new DirectoryFetcher(office.repository());
  }

  Terminal terminalOf(String... channels) {
    URI address = URI.create("http://office.example/");
    return new Terminal(
        dir.resolve("terminal"), new TerminalIdentity("t-1", address, List.of(channels), NOW));
  }

  SyncOutcome sync() {
    return new SyncJob(terminal, line, CLOCK, SyncWatch.NONE).run();
  }

  static String said(SyncOutcome outcome) {
    return Words.in("en").say(outcome.words());
  }

  /** The words of the content that is shown, or "nothing". */
  String shown() throws IOException {
    var current = terminal.content().current();
    if (current.isEmpty()) {
      return "nothing";
    }
    try (ContentSnapshot snapshot = ContentSnapshot.open(current.get().file(), CLOCK)) {
      List<String> titles =
          snapshot.notices(LocalDate.of(2026, 11, 24)).stream()
              .map(Notice::title)
              .sorted()
              .toList();
      return current.get().release() + String.join(",", titles);
    }
  }

  /** A first release, shown, then a second that the test bends. */
  ReleaseManifest secondRelease() throws IOException, RepositoryException {
    office.publish(1, "old");
    assertEquals(new Activated(1, 1), sync());
    return office.publish(2, "new", "newer");
  }

  void assertRefused(String... named) throws IOException {
    SyncOutcome outcome = sync();
    assertInstanceOf(Refused.class, outcome);
    for (String word : named) {
      assertTrue(said(outcome).contains(word), said(outcome));
    }
    assertEquals("1old", shown());
  }
}
