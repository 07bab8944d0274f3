package org.openhall.repository.publisher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.repository.client.DirectoryFetcher;
import org.openhall.repository.client.Fetcher;
import org.openhall.repository.client.Refreshed;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.storage.FaultyStorage;
import org.openhall.repository.storage.FaultyStorage.PowerCut;
import org.openhall.repository.storage.FileDigest;
import org.openhall.repository.storage.Storage;

class RepositoryPublisherTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123456Z");

  private @TempDir Path dir;
  private Path source;
  private final SigningKey rootKey = SigningKey.generate();
  private final SigningKey targetsKey = SigningKey.generate();
  private final SigningKey editor = SigningKey.generate();

  @BeforeEach
  void makeASource() throws IOException {
    source = Files.writeString(dir.resolve("source"), "release 1");
  }

  private RepositoryPublisher publisherAt(Instant now, Storage storage) {
    return new RepositoryPublisher(
        dir.resolve("repository"), dir.resolve("keys"), Clock.fixed(now, ZoneOffset.UTC), storage);
  }

  private RepositoryPublisher initialised() throws IOException, RepositoryException {
    RepositoryPublisher publisher = publisherAt(NOW, Storage.durable());
    if (!publisher.isInitialised()) {
      publisher.keys().begin(List.of(rootKey), 1, targetsKey);
      nameTheEditor(publisher);
    }
    return publisher;
  }

  private void nameTheEditor(RepositoryPublisher publisher)
      throws IOException, RepositoryException {
    publisher.keys().delegate("editors", List.of(editor.key()), List.of("packs/*"), targetsKey);
  }

  /** Publishes one file, as an editor. */
  private void publish(RepositoryPublisher publisher) throws IOException, RepositoryException {
    TargetFile file = new TargetFile("packs/a.pack", Files.size(source), FileDigest.sha256(source));
    byte[] said = publisher.sign("editors", List.of(file), editor);
    publisher.publish(Map.of(file.name(), source), Map.of("editors", said));
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
    publish(initialised());
    assertEquals("release 1", received());
    assertTrue(Files.exists(source));
  }

  @Test
  void aSecondReleaseTakesThePlaceOfTheFirst() throws RepositoryException, IOException {
    RepositoryPublisher publisher = initialised();
    publish(publisher);
    assertEquals("release 1", received());
    Files.writeString(source, "release 2");
    publish(publisher);
    assertEquals("release 2", received());
  }

  @Test
  void onlineKeysAreReadableByTheirOwnerOnlyAndNoOthersLieWithThem()
      throws IOException, RepositoryException {
    initialised();
    assertEquals("rwx------", permissions(dir.resolve("keys")));
    List<Path> keys = onlineKeys();
    assertEquals(
        List.of("snapshot", "timestamp"),
        keys.stream().map(k -> k.getFileName().toString().replaceAll("-.*", "")).toList());
    for (Path key : keys) {
      assertEquals("rw-------", permissions(key));
    }
  }

  private List<Path> onlineKeys() throws IOException {
    try (Stream<Path> files = Files.list(dir.resolve("keys"))) {
      return files.filter(f -> f.toString().endsWith(".key")).sorted().toList();
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void onlineRolesLiveThirtyDaysAndTheOthersAYear() throws RepositoryException, IOException {
    publish(initialised());
    Instant now = NOW.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    assertEquals(now.plus(Duration.ofDays(30)), clientAt(NOW).refresh().expires());
    Instant late = NOW.plus(Duration.ofDays(31));
    var e = assertThrows(RepositoryException.Expired.class, clientAt(late)::refresh);
    assertEquals("timestamp", e.file());
  }

  @Test
  void renewalKeepsTheReleaseFreshForAYear() throws RepositoryException, IOException {
    publish(initialised());
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
  void anExpiredRootStopsPublishing() throws IOException, RepositoryException {
    initialised();
    RepositoryPublisher late = publisherAt(NOW.plus(Duration.ofDays(365)), Storage.durable());
    assertThrows(RepositoryException.Expired.class, () -> publish(late));
  }

  @Test
  void aMissingKeyIsNamed() throws IOException, RepositoryException {
    RepositoryPublisher publisher = initialised();
    Files.delete(onlineKeys().getFirst());
    var e = assertThrows(IOException.class, () -> publish(publisher));
    assertTrue(e.toString().contains("snapshot key"), e.getMessage());
  }

  @Test
  void aNameThatLeadsOutIsRefused() throws IOException, RepositoryException {
    RepositoryPublisher publisher = initialised();
    assertThrows(
        IllegalArgumentException.class, () -> publisher.publish(Map.of("../a", source), Map.of()));
  }

  @Test
  void aPowerCutWhileInitialisingIsMendedByTheNextCall() throws RepositoryException, IOException {
    for (int step = 0; ; step++) {
      RepositoryPublisher faulty = publisherAt(NOW, new FaultyStorage(step));
      try {
        faulty.keys().begin(List.of(rootKey), 1, targetsKey);
        break;
      } catch (PowerCut e) {
        assertThrows(IOException.class, faulty::root);
      }
    }
    nameTheEditor(initialised());
    publish(initialised());
    assertEquals("release 1", received());
  }

  @Test
  void aPowerCutAtAnyStepOfPublishingLeavesTheOldRelease() throws RepositoryException, IOException {
    publish(initialised());
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
      publish(publisherAt(NOW, storage));
      return true;
    } catch (PowerCut e) {
      return false;
    }
  }

  @Test
  void whatIsPublishedAlreadyIsNotWrittenAgain() throws RepositoryException, IOException {
    publish(initialised());
    FaultyStorage sixSteps = new FaultyStorage(6);
    publish(publisherAt(NOW, sixSteps));
    assertEquals("release 1", received());
  }

  @Test
  void noTemporaryFileIsLeft() throws RepositoryException, IOException {
    publish(initialised());
    try (Stream<Path> files = Files.walk(dir)) {
      assertEquals(List.of(), files.filter(f -> f.toString().endsWith(".tmp")).toList());
    }
  }

  /** Who owns the server may write there; the office's keys must not put their name to it. */
  @Test
  void whatSomebodyChangedInTheFolderIsNotSignedAgain() throws RepositoryException, IOException {
    RepositoryPublisher publisher = initialised();
    publish(publisher);
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

  /** A place that answers oddly once. */
  private static final class OddOnce implements Storage {
    private final Storage disk = Storage.durable();
    private boolean wasOdd;

    @Override
    public OutputStream append(Path file) throws IOException {
      return disk.append(file);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      disk.move(from, to);
    }

    @Override
    public boolean isBehind() {
      return true;
    }

    @Override
    public void catchUp() {
      if (!wasOdd) {
        wasOdd = true;
        throw new IllegalStateException("odd");
      }
    }
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whoBreaksWhileCatchingUpLocksNobodyOut() throws Exception {
    RepositoryPublisher publisher = publisherAt(NOW, new OddOnce());
    assertThrows(IllegalStateException.class, publisher::follow);
    assertTrue(publisher.follow());
  }
}
