package org.openhall.office.catalog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The bytes of the attachments that the office's records name, each file under its SHA-256 in
 * {@code DIR/files}. What is there is never changed; what is taken away nobody names.
 */
public final class AttachmentFiles {
  private final Path folder;

  /**
   * @param dataDir the office's data folder
   */
  public AttachmentFiles(Path dataDir) {
    this.folder = dataDir.resolve("files");
  }

  /** The file with this hash (64 lower-case hex digits), if the office has it. */
  public Optional<Path> find(String sha256) {
    return Optional.of(folder.resolve(sha256)).filter(Files::isRegularFile);
  }

  /** Copies files in, hash → file, where they are not there yet. */
  void keep(Map<String, Path> files) throws IOException {
    for (Map.Entry<String, Path> file : files.entrySet()) {
      keep(file.getKey(), file.getValue());
    }
  }

  /** Copies a file in. One that is there is as good as new: nobody deletes it for a day. */
  public void keep(String sha256, Path from) throws IOException {
    Optional<Path> there = find(sha256);
    if (there.isPresent()) {
      Files.setLastModifiedTime(there.get(), FileTime.from(Instant.now()));
      return;
    }
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, sha256 + "-", ".part"); // others may bring the same
    try {
      Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, folder.resolve(sha256), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Deletes a file that nothing names, unless it came after a time. */
  public boolean drop(String sha256, Instant after) throws IOException {
    Optional<Path> there = find(sha256);
    if (there.isPresent() && Files.getLastModifiedTime(there.get()).toInstant().isAfter(after)) {
      return false;
    }
    Files.deleteIfExists(folder.resolve(sha256));
    return true;
  }
}
