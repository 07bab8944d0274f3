package org.openhall.office.stick;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.storage.FileDigest;
import org.openhall.repository.storage.Storage;

/**
 * Copies the newest release to a stick. What is there already and the same is not written again, so
 * that a copy that was broken off goes on; what the release does not need any more is deleted.
 */
public final class StickExport {
  /** Where it lies on a stick; {@code agent import-stick} finds it. */
  public static final Path FOLDER = Path.of("openhall", "repository");

  private final Path repository;
  private final Path folder;
  private final Storage storage;
  private final NeededFiles needed;
  private final List<String> missing;

  private StickExport(Path repository, Path folder, NeededFiles needed) throws IOException {
    this.repository = repository;
    this.folder = folder;
    this.storage = Storage.durable();
    this.needed = needed;
    this.missing = missing();
  }

  /**
   * Looks at the repository and at what the stick has of it.
   *
   * @param stick a folder that exists
   */
  public static StickExport plan(Path repository, Path stick)
      throws IOException, RepositoryException {
    return new StickExport(repository, stick.resolve(FOLDER), NeededFiles.of(repository));
  }

  /** Files of the whole. */
  public int files() {
    return needed.inOrder().size();
  }

  /** Bytes that have to be written. */
  public long bytes() throws IOException {
    return bytes(missing);
  }

  /** Bytes of the whole. */
  public long allBytes() throws IOException {
    return bytes(needed.inOrder());
  }

  private long bytes(List<String> files) throws IOException {
    long bytes = 0;
    for (String file : files) {
      bytes += Files.size(repository.resolve(file));
    }
    return bytes;
  }

  /** Bytes that are free on the stick. */
  public long room() throws IOException {
    return Files.getFileStore(present(folder)).getUsableSpace();
  }

  private static Path present(Path path) {
    Path there = path;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  /**
   * Copies what is missing and reads all of it again.
   *
   * @param progress hears how many bytes are written
   */
  public ExportOutcome run(LongConsumer progress) throws IOException {
    if (needed.release().isEmpty()) {
      return new ExportOutcome.NothingPublished();
    }
    if (bytes() > room()) {
      return new ExportOutcome.NoRoom(bytes(), room());
    }
    long written = 0;
    for (String file : missing) {
      copy(file);
      written += Files.size(repository.resolve(file));
      progress.accept(written);
    }
    List<String> wrong = missing();
    if (!wrong.isEmpty()) {
      return new ExportOutcome.Different(wrong);
    }
    deleteOthers();
    return new ExportOutcome.Exported(
        needed.release().get().release(), files(), missing.size(), written);
  }

  private void copy(String file) throws IOException {
    Path source = repository.resolve(file);
    Path target = folder.resolve(file);
    Path temporary = Storage.temporaryFor(target);
    Files.createDirectories(target.getParent());
    Files.deleteIfExists(temporary);
    try (var out = storage.append(temporary)) {
      Files.copy(source, out);
    }
    storage.move(temporary, target);
  }

  /** By their bytes: a stick is not believed for the names that it shows. */
  private List<String> missing() throws IOException {
    List<String> files = new ArrayList<>();
    for (String file : needed.inOrder()) {
      if (!isSame(repository.resolve(file), folder.resolve(file))) {
        files.add(file);
      }
    }
    return files;
  }

  private static boolean isSame(Path source, Path copy) throws IOException {
    return Files.isRegularFile(copy)
        && Files.size(copy) == Files.size(source)
        && FileDigest.sha256(copy).equals(FileDigest.sha256(source));
  }

  private void deleteOthers() throws IOException {
    Set<Path> kept = new HashSet<>();
    needed.inOrder().forEach(file -> kept.add(folder.resolve(file)));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!kept.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }
}
