package org.openhall.content.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of snapshots: {@code content-<release>.db} files and the pointer {@code current}, a
 * file that holds the number of the release shown. The pointer is replaced by an atomic rename, so
 * a reader finds the old release or the new one, whenever the power goes. A snapshot gets its name
 * only when it is whole.
 */
public final class SnapshotDirectory {
  /** The smallest room in bytes that a pointer needs; below it a failed write means a full disk. */
  private static final long POINTER_ROOM = 64 << 10;

  private static final Pattern SNAPSHOT = Pattern.compile("content-([0-9]{1,18})\\.db");

  private final Path directory;
  private final FileOperations files;

  /** The folder; it is made when it is first written to. */
  public SnapshotDirectory(Path contentDir) {
    this(contentDir, FileOperations.REAL);
  }

  SnapshotDirectory(Path directory, FileOperations files) {
    this.directory = directory;
    this.files = files;
  }

  /** Where the snapshot of a release belongs. */
  public Path fileFor(long release) {
    return directory.resolve("content-" + release + ".db");
  }

  /**
   * Makes a finished snapshot the one shown, keeps the one before it and deletes what is older.
   *
   * @throws DiskFullException if there is no room for the pointer; the old release stays
   */
  public void activate(long release) throws IOException {
    if (!Files.isRegularFile(fileFor(release))) {
      throw new NoSuchFileException(fileFor(release).toString());
    }
    Optional<CurrentContent> before = current().filter(c -> c.release() != release);
    point(release);
    long kept = before.map(CurrentContent::release).orElseGet(() -> newestOtherThan(release));
    deleteAllBut(release, kept);
  }

  /** The snapshot shown, or empty if there is none yet. */
  public Optional<CurrentContent> current() {
    return candidates().stream().findFirst();
  }

  /**
   * The snapshot shown, and after it the older ones that are still there, newest first: what a
   * reader may open instead when the first turns out to be damaged.
   */
  public List<CurrentContent> candidates() {
    OptionalLong pointed = pointed();
    return pointed.isEmpty()
        ? List.of()
        : releases().stream().filter(r -> r <= pointed.getAsLong()).map(this::content).toList();
  }

  /**
   * Takes a damaged snapshot out of use; the newest other one is shown instead. The file stays for
   * a look at it, until the next activation.
   */
  public void quarantine(long release) throws IOException {
    if (current().filter(c -> c.release() == release).isPresent()) {
      long other = newestOtherThan(release);
      if (other > 0) {
        point(other);
      } else {
        files.delete(pointer());
      }
    }
    if (Files.exists(fileFor(release))) {
      files.rename(fileFor(release), directory.resolve("content-" + release + ".db.damaged"));
      files.syncDirectory(directory);
    }
  }

  private void point(long release) throws IOException {
    Path fresh = directory.resolve("current.new");
    try {
      files.write(fresh, (release + "\n").getBytes(StandardCharsets.US_ASCII));
      files.rename(fresh, pointer());
      files.syncDirectory(directory);
    } catch (IOException e) {
      if (files.room(directory) < POINTER_ROOM) {
        throw new DiskFullException(pointer(), e);
      }
      throw e;
    }
  }

  private void deleteAllBut(long release, long kept) throws IOException {
    for (Path file : contentFiles()) {
      if (!file.equals(fileFor(release)) && !file.equals(fileFor(kept))) {
        files.delete(file);
      }
    }
  }

  private OptionalLong pointed() {
    try {
      String number = Files.readString(pointer(), StandardCharsets.US_ASCII).strip();
      return OptionalLong.of(Long.parseLong(number));
    } catch (IOException | NumberFormatException e) {
      return newest(releases()); // no pointer, or one that is no number
    }
  }

  private OptionalLong newest(List<Long> releases) {
    boolean pointerLost = Files.exists(pointer()) && !releases.isEmpty();
    return pointerLost ? OptionalLong.of(releases.getFirst()) : OptionalLong.empty();
  }

  private long newestOtherThan(long release) {
    return releases().stream().filter(r -> r != release).findFirst().orElse(0L);
  }

  /** Numbers of the snapshots on disk, newest first. */
  private List<Long> releases() {
    List<Long> releases = new ArrayList<>();
    for (Path file : contentFiles()) {
      Matcher name = SNAPSHOT.matcher(file.getFileName().toString());
      if (name.matches()) {
        releases.add(Long.parseLong(name.group(1)));
      }
    }
    releases.sort(Comparator.reverseOrder());
    return releases;
  }

  private List<Path> contentFiles() {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(f -> f.getFileName().toString().startsWith("content-")).toList();
    } catch (IOException e) {
      return List.of(); // no folder yet, or none that can be read: nothing to show either way
    }
  }

  private CurrentContent content(long release) {
    return new CurrentContent(fileFor(release), release);
  }

  private Path pointer() {
    return directory.resolve("current");
  }
}
