package org.openhall.repository.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.openhall.repository.client.RepositorySimulator.NOW;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.RepositoryException.Mismatch;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.storage.FaultyStorage;
import org.openhall.repository.storage.FaultyStorage.PowerCut;
import org.openhall.repository.storage.Storage;

class TargetDownloadTest {
  private static final String NAME = "packs/first.pack";

  private final RepositorySimulator office = new RepositorySimulator();
  private final byte[] content = new byte[200_000];
  private @TempDir Path dir;
  private Updater updater;
  private TargetFile target;

  @BeforeEach
  void publishATarget() throws IOException, RepositoryException {
    new Random(7).nextBytes(content);
    office.addTarget(NAME, content);
    office.publishTargets();
    Updater.trust(dir.resolve("metadata"), office.root(1));
    updater = updaterOn(Storage.durable());
    target = updater.target(NAME).orElseThrow();
    office.asked.clear();
  }

  private Updater updaterOn(Storage storage) throws RepositoryException, IOException {
    Updater made =
        new Updater(
            dir.resolve("metadata"), office, Clock.fixed(NOW, ZoneOffset.UTC), Storage.durable());
    made.refresh();
    Updater onDisk =
        new Updater(dir.resolve("metadata"), office, Clock.fixed(NOW, ZoneOffset.UTC), storage);
    onDisk.refresh();
    return onDisk;
  }

  private Path download(Fetcher fetcher) throws RepositoryException, IOException {
    return updater.download(target, fetcher, dir);
  }

  private List<Path> downloaded() throws IOException {
    try (Stream<Path> files = Files.walk(dir.resolve("packs"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** A line that breaks after so many bytes. */
  private Fetcher breakingAfter(int bytes) {
    return path ->
        new FilterInputStream(new ByteArrayInputStream(content, 0, bytes)) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count < 0) {
              throw new FetchException(path, "the line broke");
            }
            return count;
          }
        };
  }

  @Test
  void aTargetGetsItsNameAndItsBytes() throws RepositoryException, IOException {
    Path file = download(office);
    assertEquals(dir.resolve(NAME), file);
    assertArrayEquals(content, Files.readAllBytes(file));
    assertEquals(List.of(target.consistentPath()), office.asked);
  }

  @Test
  void anUnknownNameIsEmpty() throws RepositoryException, IOException {
    assertFalse(updater.target("packs/other.pack").isPresent());
  }

  @Test
  void aTargetThatIsThereAlreadyIsNotFetched() throws RepositoryException, IOException {
    download(office);
    office.asked.clear();
    download(office);
    assertEquals(List.of(), office.asked);
  }

  @Test
  void aTargetDamagedOnTheDiskIsFetchedAgain() throws RepositoryException, IOException {
    Path file = download(office);
    byte[] damaged = content.clone();
    damaged[100_000] ^= 4;
    Files.write(file, damaged);
    assertArrayEquals(content, Files.readAllBytes(download(office)));
  }

  @Test
  void aTamperedTargetIsRefusedAndLeavesNothing() throws IOException {
    for (int place : new int[] {0, 1, 65_536, 199_999}) {
      byte[] tampered = content.clone();
      tampered[place] ^= 1;
      Fetcher fetcher = _ -> new ByteArrayInputStream(tampered);
      var e = assertThrows(Mismatch.class, () -> download(fetcher));
      assertEquals(NAME, e.file());
      assertEquals(List.of(), downloaded());
    }
  }

  @Test
  void aTargetThatIsTooShortOrTooLongIsRefused() throws IOException {
    for (int length : new int[] {0, 199_999, 200_001, 900_000}) {
      byte[] wrong = Arrays.copyOf(content, length);
      Fetcher fetcher = _ -> new ByteArrayInputStream(wrong);
      assertThrows(Mismatch.class, () -> download(fetcher));
      assertEquals(List.of(), downloaded());
    }
  }

  @Test
  void aBrokenDownloadGoesOnWhereItStopped() throws RepositoryException, IOException {
    assertThrows(FetchException.class, () -> download(breakingAfter(150_000)));
    int[] fetchedFrom = {-1};
    Fetcher counting =
        new Fetcher() {
          @Override
          public InputStream fetch(String path) throws FetchException {
            return fetch(path, 0);
          }

          @Override
          public InputStream fetch(String path, long offset) throws FetchException {
            fetchedFrom[0] = (int) offset;
            return new ByteArrayInputStream(content, (int) offset, content.length);
          }
        };
    assertArrayEquals(content, Files.readAllBytes(download(counting)));
    assertEquals(150_000, fetchedFrom[0]);
  }

  @Test
  void aWrongBeginningIsThrownAwayAndFetchedAgain() throws RepositoryException, IOException {
    Files.createDirectories(dir.resolve("packs"));
    Files.write(Storage.temporaryFor(dir.resolve(NAME)), new byte[1000]);
    assertArrayEquals(content, Files.readAllBytes(download(office)));
  }

  @Test
  void aPowerCutAtAnyStepNeverLeavesAWrongFileUnderTheName()
      throws RepositoryException, IOException {
    for (int step = 0; step < 2; step++) {
      Updater faulty = updaterOn(new FaultyStorage(step));
      assertThrows(PowerCut.class, () -> faulty.download(target, office, dir));
      assertFalse(Files.exists(dir.resolve(NAME)));
    }
    assertArrayEquals(content, Files.readAllBytes(download(office)));
  }
}
