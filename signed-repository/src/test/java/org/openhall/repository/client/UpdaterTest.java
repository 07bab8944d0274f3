package org.openhall.repository.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.repository.client.RepositorySimulator.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.RepositoryException.Expired;
import org.openhall.repository.metadata.RepositoryException.Malformed;
import org.openhall.repository.metadata.RepositoryException.Mismatch;
import org.openhall.repository.metadata.RepositoryException.NotEnoughSignatures;
import org.openhall.repository.metadata.RepositoryException.Older;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TopRole;
import org.openhall.repository.storage.FaultyStorage;
import org.openhall.repository.storage.FaultyStorage.PowerCut;

/** The client workflow on a real folder against a simulated office. */
class UpdaterTest {
  private final RepositorySimulator office = new RepositorySimulator();
  private @TempDir Path dir;

  @BeforeEach
  void trustTheFirstRoot() throws IOException, RepositoryException {
    Updater.trust(dir, office.root(1));
  }

  private Updater updaterAt(Instant now) {
    return new Updater(dir, office, Clock.fixed(now, ZoneOffset.UTC));
  }

  private Refreshed refresh() throws RepositoryException, IOException {
    return updaterAt(NOW).refresh();
  }

  private Map<String, String> onDisk() throws IOException {
    Map<String, String> content = new HashMap<>();
    try (Stream<Path> files = Files.list(dir)) {
      for (Path file : files.filter(f -> !f.getFileName().toString().startsWith(".")).toList()) {
        content.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return content;
  }

  @Test
  void firstRefreshKeepsAllFourRolesOnTheDisk() throws RepositoryException, IOException {
    Refreshed refreshed = refresh();
    assertTrue(refreshed.changed());
    assertEquals(NOW.plus(Duration.ofDays(30)), refreshed.expires());
    for (TopRole role : TopRole.values()) {
      assertArrayEquals(office.current(role), Files.readAllBytes(dir.resolve(role.fileName())));
    }
  }

  @Test
  void refreshWithoutNewsAsksForNothingButRootAndTimestamp()
      throws RepositoryException, IOException {
    refresh();
    office.asked.clear();
    assertFalse(refresh().changed());
    assertEquals(List.of("2.root.json", "timestamp.json"), office.asked);
  }

  @Test
  void aNewReleaseIsTrusted() throws RepositoryException, IOException {
    refresh();
    office.publishTargets();
    Refreshed refreshed = refresh();
    assertTrue(refreshed.changed());
    assertEquals(2, refreshed.targetsVersion());
  }

  @Test
  void aFrozenRepositoryIsNoticedAlthoughNothingChanged() throws RepositoryException, IOException {
    refresh();
    Map<String, String> before = onDisk();
    Updater later = updaterAt(NOW.plus(Duration.ofDays(31)));
    assertThrows(Expired.class, later::refresh);
    assertEquals(before, onDisk());
  }

  @Test
  void anExpiredTimestampOnTheDiskGivesWayToAFreshOne() throws RepositoryException, IOException {
    refresh();
    for (TopRole role : TopRole.values()) {
      office.expires.put(role, NOW.plus(Duration.ofDays(60)));
    }
    office.publishRoot();
    office.publishTargets();
    Refreshed refreshed = updaterAt(NOW.plus(Duration.ofDays(31))).refresh();
    assertEquals(2, refreshed.timestampVersion());
  }

  @Test
  void whatTheGateRefusesIsNotWritten() throws RepositoryException, IOException {
    refresh();
    Map<String, String> before = onDisk();
    office.signers.put(TopRole.TIMESTAMP, List.of(SigningKey.generate()));
    office.publishTargets();
    assertThrows(NotEnoughSignatures.class, this::refresh);
    assertEquals(before, onDisk());
  }

  @Test
  void aRollbackAcrossRunsIsRefused() throws RepositoryException, IOException {
    Map<String, byte[]> old = new HashMap<>(office.files);
    office.publishTargets();
    refresh();
    office.files.putAll(old);
    assertThrows(Older.class, this::refresh);
  }

  @Test
  void anEndlessFileIsCutOffAtItsCap() {
    office.files.put("timestamp.json", new byte[16_385]);
    var timestamp = assertThrows(Mismatch.class, this::refresh);
    assertTrue(timestamp.toString().contains("16384"));
    office.files.put("2.root.json", new byte[512_001]);
    var root = assertThrows(Mismatch.class, this::refresh);
    assertTrue(root.toString().contains("512000"));
  }

  @Test
  void aSnapshotLongerThanPromisedIsRefused() {
    byte[] longer = new String(office.current(TopRole.SNAPSHOT), UTF_8).concat(" ").getBytes(UTF_8);
    office.files.put("1.snapshot.json", longer);
    assertThrows(Mismatch.class, this::refresh);
  }

  @Test
  void rootsAreFollowedOneByOneToTheNewest() throws RepositoryException, IOException {
    office.publishRoot();
    office.publishRoot();
    assertEquals(3, refresh().rootVersion());
    assertArrayEquals(office.root(3), Files.readAllBytes(dir.resolve("root.json")));
  }

  @Test
  void aBrokenRootInTheChainLeavesTheOneBefore() throws RepositoryException, IOException {
    office.publishRoot();
    office.publishRoot();
    office.files.put("3.root.json", "{}".getBytes(UTF_8));
    assertThrows(Malformed.class, this::refresh);
    assertArrayEquals(office.root(2), Files.readAllBytes(dir.resolve("root.json")));
  }

  /** Fast-forward recovery: an attacker's huge version numbers die with the stolen keys. */
  @Test
  void newKeysForTimestampAndSnapshotForgetTheOldVersions()
      throws RepositoryException, IOException {
    office.versions.put(TopRole.TIMESTAMP, 1_000_000L);
    office.versions.put(TopRole.SNAPSHOT, 1_000_000L);
    office.publishTargets();
    refresh();
    for (TopRole role : List.of(TopRole.TIMESTAMP, TopRole.SNAPSHOT)) {
      List<SigningKey> fresh = List.of(SigningKey.generate());
      office.named.put(role, fresh);
      office.signers.put(role, fresh);
      office.versions.put(role, 1L);
    }
    office.publishRoot();
    office.publishTargets();
    assertEquals(2, refresh().timestampVersion());
  }

  @Test
  void damagedMetadataOnTheDiskIsFetchedAgain() throws RepositoryException, IOException {
    refresh();
    for (TopRole role : List.of(TopRole.TIMESTAMP, TopRole.SNAPSHOT, TopRole.TARGETS)) {
      Files.writeString(dir.resolve(role.fileName()), "{");
    }
    refresh();
    assertArrayEquals(
        office.current(TopRole.TARGETS), Files.readAllBytes(dir.resolve("targets.json")));
  }

  @Test
  void anAbsentOfficeIsAFetchExceptionAndChangesNothing() throws RepositoryException, IOException {
    refresh();
    Map<String, String> before = onDisk();
    Updater offline =
        new Updater(
            dir,
            path -> {
              throw new FetchException(path, "no route");
            },
            Clock.fixed(NOW, ZoneOffset.UTC));
    assertThrows(FetchException.class, offline::refresh);
    assertEquals(before, onDisk());
    assertThrows(IllegalStateException.class, () -> offline.target("a"));
  }

  @Test
  void aPowerCutAtAnyWriteLeavesMetadataFromWhichTheNextRunGoesOn()
      throws RepositoryException, IOException {
    for (int step = 0; ; step++) {
      office.publishRoot();
      office.publishTargets();
      FaultyStorage disk = new FaultyStorage(step);
      try {
        new Updater(dir, office, Clock.fixed(NOW, ZoneOffset.UTC), disk).refresh();
        assertTrue(step > 7, "four files of two steps each were written");
        return;
      } catch (PowerCut e) {
        assertEquals(office.versions.get(TopRole.TARGETS), refresh().targetsVersion());
      }
    }
  }

  @Test
  void trustRefusesARootWithoutItsOwnSignature(@TempDir Path other) {
    byte[] root = new String(office.root(1), UTF_8).replace("true", "false").getBytes(UTF_8);
    assertThrows(NotEnoughSignatures.class, () -> Updater.trust(other, root));
    assertFalse(Files.exists(other.resolve("root.json")));
  }
}
