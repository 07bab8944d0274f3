package org.openhall.content.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotDirectoryTest {
  @TempDir Path folder;

  /** Lets a number of steps happen; at the next one the power goes. */
  private static final class PowerCut implements FileOperations {
    private int stepsLeft;

    PowerCut(int steps) {
      stepsLeft = steps;
    }

    private void step() throws IOException {
      if (stepsLeft-- == 0) {
        throw new IOException("power cut");
      }
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
      if (stepsLeft == 0) {
        REAL.write(file, new byte[0]); // torn: the name is there, the content is not
      }
      step();
      REAL.write(file, content);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
      step();
      REAL.rename(from, to);
    }

    @Override
    public void syncDirectory(Path directory) throws IOException {
      step();
      REAL.syncDirectory(directory);
    }

    @Override
    public void delete(Path file) throws IOException {
      step();
      REAL.delete(file);
    }
  }

  private SnapshotDirectory directory() {
    return new SnapshotDirectory(folder);
  }

  private void put(long... releases) throws IOException {
    for (long release : releases) {
      Files.writeString(directory().fileFor(release), "snapshot " + release);
    }
  }

  private long shown() {
    Optional<CurrentContent> current = directory().current();
    assertTrue(current.isEmpty() || Files.exists(current.get().file()));
    return current.map(CurrentContent::release).orElse(0L);
  }

  @Test
  void nothingIsShownBeforeTheFirstActivation() throws IOException {
    assertEquals(0, shown());
    assertEquals(0, new SnapshotDirectory(folder.resolve("absent")).current().stream().count());
    put(1);
    assertEquals(0, shown());
  }

  @Test
  void thePreviousReleaseIsKeptAndOlderOnesGo() throws IOException {
    for (long release = 1; release <= 3; release++) {
      put(release);
      directory().activate(release);
      assertEquals(release, shown());
    }
    directory().activate(3);
    assertFalse(Files.exists(directory().fileFor(1)));
    assertTrue(Files.exists(directory().fileFor(2)));
  }

  @Test
  void aPowerCutAfterAnyStepLeavesTheOldReleaseOrTheNew() throws IOException {
    int steps = 0;
    boolean whole = false;
    while (!whole) {
      put(1, 2, 3);
      directory().activate(2);
      put(1);
      whole = activateWithPowerFor(steps++);
      assertTrue(List.of(2L, 3L).contains(shown()), "after " + steps + " steps: " + shown());
      put(2, 3);
      directory().activate(3);
      assertEquals(3, shown());
    }
    assertTrue(steps > 4, "write, rename, sync and delete are steps");
  }

  private boolean activateWithPowerFor(int steps) {
    try {
      new SnapshotDirectory(folder, new PowerCut(steps)).activate(3);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aPowerCutInAQuarantineNeverShowsNothing() throws IOException {
    for (int steps = 0; steps < 6; steps++) {
      put(1, 2);
      directory().activate(2);
      SnapshotDirectory failing = new SnapshotDirectory(folder, new PowerCut(steps));
      if (steps < 5) {
        assertThrows(IOException.class, () -> failing.quarantine(2));
      } else {
        failing.quarantine(2);
      }
      assertTrue(List.of(1L, 2L).contains(shown()));
    }
  }

  @Test
  void aQuarantinedReleaseGivesWayToTheOneBefore() throws IOException {
    put(1, 2);
    directory().activate(2);
    directory().quarantine(2);
    assertEquals(1, shown());
    assertFalse(Files.exists(directory().fileFor(2)));
    directory().quarantine(1);
    assertEquals(0, shown());
  }

  @Test
  void aBrokenPointerLeadsToTheNewestSnapshot() throws IOException {
    put(1, 2);
    Files.writeString(folder.resolve("current"), "\0\0");
    assertEquals(2, shown());
    Files.writeString(folder.resolve("current"), "9");
    assertEquals(2, shown());
  }

  @Test
  void theReleasesBeforeTheCurrentOneAreCandidatesAfterItAndThoseAboveItAreNot()
      throws IOException {
    put(3, 2);
    directory().activate(3);
    put(4);
    List<Long> candidates = directory().candidates().stream().map(CurrentContent::release).toList();
    assertEquals(List.of(3L, 2L), candidates);
  }

  @Test
  void aSnapshotThatIsNotThereCannotBeActivated() throws IOException {
    put(1);
    directory().activate(1);
    assertThrows(NoSuchFileException.class, () -> directory().activate(2));
    assertEquals(1, shown());
  }

  @Test
  void aFullDiskIsSaidAndTheOldReleaseStays() throws IOException {
    put(1, 2);
    directory().activate(1);
    FileOperations full =
        new FileOperations() {
          @Override
          public void write(Path file, byte[] content) throws IOException {
            throw new IOException("no room");
          }

          @Override
          public long room(Path directory) {
            return 0;
          }
        };
    SnapshotDirectory directory = new SnapshotDirectory(folder, full);
    assertThrows(DiskFullException.class, () -> directory.activate(2));
    assertEquals(1, shown());
  }
}
