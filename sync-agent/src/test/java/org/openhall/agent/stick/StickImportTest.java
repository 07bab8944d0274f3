package org.openhall.agent.stick;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.openhall.agent.sync.TestOffice.CLOCK;
import static org.openhall.agent.sync.TestOffice.NOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.stick.StickOutcome.AlreadyShown;
import org.openhall.agent.stick.StickOutcome.Gone;
import org.openhall.agent.stick.StickOutcome.Imported;
import org.openhall.agent.stick.StickOutcome.NoRepository;
import org.openhall.agent.stick.StickOutcome.Older;
import org.openhall.agent.stick.StickOutcome.Refused;
import org.openhall.agent.sync.SyncStep;
import org.openhall.agent.sync.SyncWatch;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.sync.TestOffice;
import org.openhall.agent.text.Words;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.link.TerminalIdentity;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;

class StickImportTest {
  private @TempDir Path dir;
  private TestOffice office;
  private Path stick;
  private Terminal terminal;

  @BeforeEach
  void enrol() throws IOException, RepositoryException {
    office = new TestOffice(dir.resolve("office"));
    stick = dir.resolve("stick");
    URI nowhere = URI.create("http://127.0.0.1:1/");
    terminal =
        new Terminal(
            dir.resolve("terminal"), new TerminalIdentity("t-1", nowhere, List.of("city"), NOW));
    Updater.trust(Terminal.metadata(terminal.data()), office.root());
  }

  private void copyTo(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(office.repository())) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(office.repository().relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.write(copy, Files.readAllBytes(file));
        }
      }
    }
  }

  private StickOutcome imported(SyncWatch watch) throws IOException {
    Membership member = Membership.of(terminal.data(), terminal.identity(), CLOCK).orElseThrow();
    return new StickImport(terminal, member, Words.in("en"), CLOCK).run(stick, watch);
  }

  private StickOutcome imported() throws IOException {
    return imported(SyncWatch.NONE);
  }

  private long shown() throws IOException {
    return new SnapshotDirectory(terminal.data().resolve("content"))
        .current()
        .orElseThrow()
        .release();
  }

  @Test
  void theRepositoryIsFoundOnTheStickOrDeepInIt() throws IOException, RepositoryException {
    office.publish(1, "a");
    copyTo(stick);
    assertEquals(1, assertInstanceOf(Imported.class, imported()).records());
    office.publish(2, "a", "b");
    stick = dir.resolve("second");
    Files.createDirectories(stick.resolve("photos/2025"));
    copyTo(stick.resolve("backup/office/repository"));
    assertEquals(2, assertInstanceOf(Imported.class, imported()).records());
  }

  @Test
  void whatIsShownAlreadyIsSaid() throws IOException, RepositoryException {
    office.publish(1, "a");
    copyTo(stick);
    imported();
    assertEquals(1, assertInstanceOf(AlreadyShown.class, imported()).release());
  }

  @Test
  void anOlderStickChangesNothing() throws IOException, RepositoryException {
    office.publish(1, "a");
    copyTo(stick);
    imported();
    Path old = stick;
    office.publish(2, "b");
    stick = dir.resolve("new");
    copyTo(stick);
    imported();
    stick = old;
    Older older = assertInstanceOf(Older.class, imported());
    assertEquals(2, older.shown());
    assertEquals(2, shown());
    assertEquals("stick.older", older.words().key());
  }

  @Test
  void ofTwoRepositoriesTheNewerCounts() throws IOException, RepositoryException {
    office.publish(1, "a");
    copyTo(stick.resolve("a-year-ago"));
    office.publish(2, "b");
    copyTo(stick.resolve("today"));
    assertEquals(2, assertInstanceOf(Imported.class, imported()).release());
  }

  /** Pulls the stick out when a step begins; its folder may stay as an empty mount point. */
  private SyncWatch pulledOutAt(SyncStep moment, boolean mountPointStays) {
    return new SyncWatch() {
      @Override
      public void entered(SyncStep step) {
        if (step == moment) {
          try {
            Files.move(stick, dir.resolve("pulled"));
            if (mountPointStays) {
              Files.createDirectory(stick);
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
    };
  }

  @Test
  void aStickThatIsPulledOutLeavesTheOldContentAndIsGoneOnWith()
      throws IOException, RepositoryException {
    office.publish(1, "a");
    copyTo(stick);
    imported();
    office.publish(2, "b");
    copyTo(stick);
    for (SyncStep step : List.of(SyncStep.REFRESH, SyncStep.MANIFEST, SyncStep.PACKS)) {
      for (boolean mountPointStays : List.of(false, true)) {
        Gone gone =
            assertInstanceOf(Gone.class, imported(pulledOutAt(step, mountPointStays)), step::name);
        assertEquals(1, gone.shown());
        assertEquals(1, shown());
        if (mountPointStays) {
          Files.delete(stick);
        }
        Files.move(dir.resolve("pulled"), stick);
      }
    }
    assertEquals(2, assertInstanceOf(Imported.class, imported()).release());
  }

  @Test
  void aTamperedStickIsRefusedByTheSameGate() throws IOException, RepositoryException {
    var release = office.publish(1, "a");
    Path served = office.served(release.channels().getFirst().full());
    byte[] tampered = Files.readAllBytes(served);
    tampered[tampered.length - 1] ^= 1;
    Files.write(served, tampered);
    copyTo(stick);
    Refused refused = assertInstanceOf(Refused.class, imported());
    assertEquals("refused.mismatch", refused.words().key());
    assertFalse(new SnapshotDirectory(terminal.data().resolve("content")).current().isPresent());
  }

  @Test
  void anotherOfficesStickIsRefused() throws IOException, RepositoryException {
    TestOffice other = new TestOffice(dir.resolve("other"));
    other.publish(9, "z");
    TestOffice ours = office;
    office = other;
    copyTo(stick);
    office = ours;
    assertInstanceOf(Refused.class, imported());
  }

  @Test
  void aStickWithoutARepositoryIsSaid() throws IOException {
    assertInstanceOf(NoRepository.class, imported());
    Files.createDirectories(stick.resolve("metadata"));
    assertInstanceOf(NoRepository.class, imported());
  }
}
