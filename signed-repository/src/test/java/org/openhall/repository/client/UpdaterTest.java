package org.openhall.repository.client;

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
  void aDamagedOrLostRootIsMendedFromTheSpareOne() throws RepositoryException, IOException {
    office.publishRoot();
    refresh();
    byte[] root = office.current(TopRole.ROOT);
    Files.writeString(dir.resolve("root.json"), "{");
    refresh();
    assertArrayEquals(root, Files.readAllBytes(dir.resolve("root.json")));
    Files.delete(dir.resolve("root.json"));
    refresh();
    assertArrayEquals(root, Files.readAllBytes(dir.resolve("root.json")));
    Files.writeString(dir.resolve("root.json.spare"), "{");
    refresh();
    assertArrayEquals(root, Files.readAllBytes(dir.resolve("root.json.spare")));
    Files.writeString(dir.resolve("root.json"), "{");
    Files.writeString(dir.resolve("root.json.spare"), "{");
    assertThrows(RepositoryException.class, this::refresh);
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
}
