package org.openhall.office.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for the files of a release on their way. One process publishes at a time, others wait
 * for it; so what lies there while nobody holds the lock was left by a process that was killed.
 */
final class WorkFolder implements AutoCloseable {
  private static final String PREFIX = "release-";

  private final Path path;
  private final FileChannel lock;

  private WorkFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Makes an empty folder in the one given, which is made as well when absent. */
  static WorkFolder open(Path parent) throws IOException {
    FileChannel channel = lockFile(parent);
    try {
      var _ = channel.lock(); // held until the channel is closed
      deleteFolders(parent);
      return new WorkFolder(Files.createTempDirectory(parent, PREFIX), channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Deletes what was left in the folder given, unless somebody is publishing. */
  static void clearLeavings(Path parent) throws IOException {
    if (folders(parent).isEmpty()) {
      return;
    }
    try (FileChannel channel = lockFile(parent);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        deleteFolders(parent);
      }
    } catch (OverlappingFileLockException e) {
      // This very process is publishing.
    }
  }

  Path path() {
    return path;
  }

  private static FileChannel lockFile(Path parent) throws IOException {
    Files.createDirectories(parent);
    return FileChannel.open(
        parent.resolveSibling("publish.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void deleteFolders(Path parent) throws IOException {
    for (Path folder : folders(parent)) {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static List<Path> folders(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(parent)) {
      return all.filter(p -> p.getFileName().toString().startsWith(PREFIX)).toList();
    }
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      delete(path);
    }
  }
}
