package org.openhall.repository.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The writes that a repository needs; each is on the disk when it returns (for {@link #append}:
 * when the stream is closed).
 */
public interface Storage {

  /** Opens a file, made when absent, for writing at its end; closing forces it to the disk. */
  OutputStream append(Path file) throws IOException;

  /**
   * Renames within one file system, replacing the target, and forces the folder to the disk.
   *
   * @throws OvertakenException if others wrote the target since {@link #catchUp}, which a disk does
   *     not know
   */
  void move(Path from, Path to) throws IOException;

  /** Replaces the whole of a file: readers see the old or the new content. */
  default void replace(Path file, byte[] content) throws IOException {
    Path temporary = temporaryFor(file);
    Files.createDirectories(temporary.toAbsolutePath().getParent());
    Files.deleteIfExists(temporary);
    try (OutputStream out = append(temporary)) {
      out.write(content);
    }
    move(temporary, file);
  }

  /** As {@link #replace}, for a file that only its owner may read, from its first byte on. */
  default void replacePrivate(Path file, byte[] content) throws IOException {
    Path temporary = temporaryFor(file);
    Files.deleteIfExists(temporary);
    Files.createFile(
        temporary,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = append(temporary)) {
      out.write(content);
    }
    move(temporary, file);
  }

  /** Deletes a file. */
  default void delete(Path file) throws IOException {
    Files.delete(file);
  }

  /** Whether others have written where this storage keeps the same files: never, on a disk. */
  default boolean isBehind() throws IOException {
    return false;
  }

  /** Makes the files what they are there, before something is read in order to be changed. */
  default void catchUp() throws IOException {}

  /** That files are on their way, until it is closed. */
  interface Sending extends AutoCloseable {
    @Override
    void close();
  }

  /** Says what is going to be written, for who asks how far that is. */
  default Sending sending(int files, long bytes) {
    return () -> {};
  }

  /** How far that is; empty while nothing is on its way, and on a disk always. */
  default Optional<Transfer> transfer() {
    return Optional.empty();
  }

  /** The name beside {@code file} under which its next content is written. */
  static Path temporaryFor(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".tmp");
  }

  /** The real disk. */
  static Storage durable() {
    return new DurableStorage();
  }
}
