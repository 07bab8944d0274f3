package org.openhall.link.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.UnreadableFileException;
import org.openhall.link.event.SpoolFolder.Waiting;

class SpoolFolderTest {
  private static final Instant AT = Instant.parse("2026-11-30T01:00:00Z");

  private @TempDir Path data;

  private SpoolFolder spool() {
    return SpoolFolder.of(data);
  }

  @Test
  void aTerminalWithoutASpoolHasNothingWaiting() throws IOException {
    assertEquals(List.of(), spool().waiting());
    spool().clearLeavings();
  }

  @Test
  void whatWaitsIsToldOldestFirstAndComesBackAsItWent() throws IOException {
    EventMessage later = EventMessage.of(AT.plusSeconds(1), new Event.ReleaseShown(2));
    EventMessage first = EventMessage.of(AT, new Event.KioskStarted(false));
    spool().put(later);
    spool().put(first);
    List<Waiting> waiting = spool().waiting();
    assertEquals(List.of(first.id(), later.id()), waiting.stream().map(Waiting::id).toList());
    assertEquals(EventType.KIOSK_STARTED, waiting.getFirst().type());
    assertEquals(4_096, waiting.getFirst().bytes());
    assertEquals(Optional.of(first), spool().read(waiting.getFirst()));
    spool().delete(waiting.getFirst());
    assertEquals(Optional.empty(), spool().read(waiting.getFirst()));
    assertEquals(1, spool().waiting().size());
  }

  /** The kiosk's user, once somebody is it, must not stop the agent or have it write elsewhere. */
  @Test
  void linksPipesAndEndlessFilesAreNotReadAndNotWrittenThrough() throws Exception {
    EventMessage message = EventMessage.of(AT, new Event.KioskStarted(false));
    spool().put(message);
    Path file = spool().waiting().getFirst().file();
    Path elsewhere = data.resolve("elsewhere");
    Files.move(file, elsewhere);
    Files.createSymbolicLink(file, elsewhere);
    assertUnreadable();
    Files.delete(file);
    assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
    assertUnreadable();
    Files.delete(file);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }
    assertUnreadable();
    Files.delete(file);
    Files.createSymbolicLink(file.resolveSibling("." + file.getFileName() + ".tmp"), elsewhere);
    Files.writeString(elsewhere, "of the agent");
    spool().put(message);
    assertEquals("of the agent", Files.readString(elsewhere));
    assertEquals(Optional.of(message), spool().read(spool().waiting().getFirst()));
  }

  private void assertUnreadable() throws IOException {
    Waiting waiting = spool().waiting().getFirst();
    assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> assertThrows(UnreadableFileException.class, () -> spool().read(waiting)));
  }

  @Test
  void halfWrittenAndForeignFilesAreNoEvents() throws IOException {
    spool().put(EventMessage.of(AT, new Event.KioskStarted(false)));
    Path written = spool().waiting().getFirst().file();
    Files.writeString(spool().folder().resolve("." + written.getFileName() + ".tmp"), "{\"id\"");
    Files.writeString(spool().folder().resolve("usage.open.json"), "{}");
    Files.writeString(spool().folder().resolve("readme"), "x");
    assertEquals(1, spool().waiting().size());
    spool().clearLeavings();
    try (var left = Files.list(spool().folder())) {
      assertEquals(3, left.count());
    }
  }

  @Test
  void aDamagedOneSaysSoAndCanBeLaidAside() throws IOException {
    spool().put(EventMessage.of(AT, new Event.KioskStarted(false)));
    Waiting waiting = spool().waiting().getFirst();
    Files.writeString(waiting.file(), "{");
    assertThrows(UnreadableFileException.class, () -> spool().read(waiting));
    spool().setAside(waiting);
    spool().setAside(waiting);
    assertEquals(List.of(), spool().waiting());
    assertEquals(1, spool().setAside().size());
  }
}
