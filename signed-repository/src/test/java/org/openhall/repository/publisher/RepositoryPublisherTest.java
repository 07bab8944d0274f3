package org.openhall.repository.publisher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.repository.client.DirectoryFetcher;
import org.openhall.repository.client.Fetcher;
import org.openhall.repository.client.Refreshed;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.storage.FaultyStorage;
import org.openhall.repository.storage.FaultyStorage.PowerCut;
import org.openhall.repository.storage.Storage;

class RepositoryPublisherTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123456Z");

  private @TempDir Path dir;
  private Path source;

  @BeforeEach
  void makeASource() throws IOException {
    source = Files.writeString(dir.resolve("source"), "release 1");
  }

  private RepositoryPublisher publisherAt(Instant now, Storage storage) {
    return new RepositoryPublisher(
        dir.resolve("repository"), dir.resolve("keys"), Clock.fixed(now, ZoneOffset.UTC), storage);
  }

  private RepositoryPublisher initialised() throws IOException {
    RepositoryPublisher publisher = publisherAt(NOW, Storage.durable());
    publisher.initialise();
    return publisher;
  }

  private Fetcher repository(String folder) {
    return new DirectoryFetcher(dir.resolve("repository")).in(folder);
  }

  private Updater clientAt(Instant now) throws IOException, RepositoryException {
    Path metadata = dir.resolve("client");
    if (!Files.exists(metadata)) {
      Updater.trust(metadata, publisherAt(NOW, Storage.durable()).root());
    }
    return new Updater(metadata, repository("metadata"), Clock.fixed(now, ZoneOffset.UTC));
  }

  /** What a client gets at this moment. */
  private String received() throws RepositoryException, IOException {
    Updater client = clientAt(NOW);
    client.refresh();
    var target = client.target("packs/a.pack").orElseThrow();
    return Files.readString(client.download(target, repository("targets"), dir.resolve("client")));
  }

  @Test
  void aClientGetsWhatWasPublished() throws RepositoryException, IOException {
    Published published = initialised().publish(Map.of("packs/a.pack", source));
    assertEquals(new Published(1, 1, 9), published);
    assertEquals("release 1", received());
    assertTrue(Files.exists(source));
  }

  @Test
  void aSecondReleaseTakesThePlaceOfTheFirst() throws RepositoryException, IOException {
    RepositoryPublisher publisher = initialised();
    publisher.publish(Map.of("packs/a.pack", source));
    assertEquals("release 1", received());
    Files.writeString(source, "release 2");
    publisher.publish(Map.of("packs/a.pack", source));
    assertEquals("release 2", received());
  }

  @Test
  void initialisingAgainKeepsTheRoot() throws IOException {
    byte[] root = initialised().root();
    assertArrayEquals(root, initialised().root());
  }

  @Test
  void keysAreReadableByTheirOwnerOnly() throws IOException {
    initialised();
    assertEquals("rwx------", permissions(dir.resolve("keys")));
    for (String role : List.of("root", "targets", "snapshot", "timestamp")) {
      assertEquals("rw-------", permissions(dir.resolve("keys/" + role + ".key")));
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void onlineRolesLiveThirtyDaysAndTheOthersAYear() throws RepositoryException, IOException {
    initialised().publish(Map.of("packs/a.pack", source));
    Instant now = NOW.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    assertEquals(now.plus(Duration.ofDays(30)), clientAt(NOW).refresh().expires());
    Instant late = NOW.plus(Duration.ofDays(31));
    var e = assertThrows(RepositoryException.Expired.class, clientAt(late)::refresh);
    assertEquals("timestamp", e.file());
  }

  @Test
  void renewalKeepsTheReleaseFreshForAYear() throws RepositoryException, IOException {
    initialised().publish(Map.of("packs/a.pack", source));
    Refreshed last = clientAt(NOW).refresh();
    for (int day = 10; day < 365; day += 10) {
      Instant now = NOW.plus(Duration.ofDays(day));
      publisherAt(now, Storage.durable()).renewTimestamp();
      Refreshed refreshed = clientAt(now).refresh();
      assertEquals(last.targetsVersion(), refreshed.targetsVersion());
      assertFalse(refreshed.changed());
    }
  }

  @Test
  void renewalBeforeTheFirstPublicationDoesNothing() throws RepositoryException, IOException {
    initialised().renewTimestamp();
    assertFalse(Files.exists(dir.resolve("repository/metadata/timestamp.json")));
  }

  @Test
  void anExpiredRootStopsPublishing() throws IOException {
    initialised();
    RepositoryPublisher late = publisherAt(NOW.plus(Duration.ofDays(365)), Storage.durable());
    assertThrows(
        RepositoryException.Expired.class, () -> late.publish(Map.of("packs/a.pack", source)));
  }

  @Test
  void aMissingKeyIsNamed() throws IOException {
    RepositoryPublisher publisher = initialised();
    Files.delete(dir.resolve("keys/targets.key"));
    var e =
        assertThrows(IOException.class, () -> publisher.publish(Map.of("packs/a.pack", source)));
    assertTrue(e.toString().contains("targets.key"), e.getMessage());
  }

  @Test
  void aNameThatLeadsOutIsRefused() throws IOException {
    RepositoryPublisher publisher = initialised();
    assertThrows(IllegalArgumentException.class, () -> publisher.publish(Map.of("../a", source)));
  }

  @Test
  void aPowerCutWhileInitialisingIsMendedByTheNextCall() throws RepositoryException, IOException {
    for (int step = 0; ; step++) {
      RepositoryPublisher faulty = publisherAt(NOW, new FaultyStorage(step));
      try {
        faulty.initialise();
        break;
      } catch (PowerCut e) {
        assertThrows(IOException.class, faulty::root);
      }
    }
    initialised().publish(Map.of("packs/a.pack", source));
    assertEquals("release 1", received());
  }

  @Test
  void aPowerCutAtAnyStepOfPublishingLeavesTheOldRelease() throws RepositoryException, IOException {
    initialised().publish(Map.of("packs/a.pack", source));
    int cuts = 0;
    Files.writeString(source, "release 2 after 0"); // other bytes each time: all are written
    while (!isPublished(new FaultyStorage(cuts))) {
      assertEquals("release 1", received());
      cuts++;
      Files.writeString(source, "release 2 after " + cuts);
    }
    assertEquals(8, cuts, "four files of two steps each");
    assertEquals("release 2 after 8", received());
  }

  private boolean isPublished(Storage storage) throws RepositoryException, IOException {
    try {
      publisherAt(NOW, storage).publish(Map.of("packs/a.pack", source));
      return true;
    } catch (PowerCut e) {
      return false;
    }
  }

  @Test
  void whatIsPublishedAlreadyIsNotWrittenAgain() throws RepositoryException, IOException {
    initialised().publish(Map.of("packs/a.pack", source));
    FaultyStorage sixSteps = new FaultyStorage(6);
    publisherAt(NOW, sixSteps).publish(Map.of("packs/a.pack", source));
    assertEquals("release 1", received());
  }

  @Test
  void noTemporaryFileIsLeft() throws RepositoryException, IOException {
    initialised().publish(Map.of("packs/a.pack", source));
    try (Stream<Path> files = Files.walk(dir)) {
      assertEquals(List.of(), files.filter(f -> f.toString().endsWith(".tmp")).toList());
    }
  }

  /** Who owns the server may write there; the office's keys must not put their name to it. */
  @Test
  void whatSomebodyChangedInTheFolderIsNotSignedAgain() throws RepositoryException, IOException {
    RepositoryPublisher publisher = initialised();
    publisher.publish(Map.of("packs/a.pack", source));
    for (String name : List.of("timestamp.json", "1.snapshot.json")) {
      Path file = dir.resolve("repository/metadata").resolve(name);
      String honest = Files.readString(file);
      Files.writeString(file, honest.replace("\"version\":1}", "\"version\":7}"));
      RepositoryPublisher later = publisherAt(NOW.plus(Duration.ofDays(20)), Storage.durable());
      assertThrows(RepositoryException.NotEnoughSignatures.class, later::renewTimestamp, name);
      Files.writeString(file, honest);
    }
    publisherAt(NOW.plus(Duration.ofDays(20)), Storage.durable()).renewTimestamp();
  }
}
