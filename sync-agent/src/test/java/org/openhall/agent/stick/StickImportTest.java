package org.openhall.agent.stick;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import org.openhall.agent.stick.StickOutcome.Incomplete;
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
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.StatusFile;
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

  /** In whatever order the file system names them. */
  @Test
  void ofTwoRepositoriesTheNewerCounts() throws IOException, RepositoryException {
    for (long release = 1; release < 12; release += 2) {
      office.publish(release, "a" + release);
      copyTo(stick.resolve(release + "/old"));
      office.publish(release + 1, "b" + release);
      copyTo(stick.resolve(release + "/today" + release));
      assertEquals(release + 1, assertInstanceOf(Imported.class, imported()).release());
    }
  }

  @Test
  void anAttachmentThatIsMissingOnTheStickIsNamedAndTheTextIsShown()
      throws IOException, RepositoryException {
    Path form = Files.writeString(dir.resolve("form"), "form");
    office.publish(1, "表", form);
    copyTo(stick);
    try (Stream<Path> files = Files.list(stick.resolve("targets/files"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Incomplete incomplete = assertInstanceOf(Incomplete.class, imported());
    assertEquals(1, incomplete.release());
    assertEquals("file.absent", incomplete.leftOut().getFirst().key());
    copyTo(stick);
    assertEquals(1, assertInstanceOf(AlreadyShown.class, imported()).files());
  }

  /** Nobody at the office answered, and nobody is to believe so. */
  @Test
  void aStickIsNoContactWithTheOffice() throws IOException, RepositoryException {
    office.publish(1, "a");
    copyTo(stick);
    imported();
    AgentStatus status = StatusFile.agent(terminal.data()).read().orElseThrow();
    assertNull(status.lastContact());
    assertEquals(NOW, status.lastVerified());
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
