package org.openhall.repository.publisher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.openhall.repository.storage.Storage;

/** A file that only its owner may read, where the disk knows owners. */
public final class PrivateFile {
  private PrivateFile() {}

  /** Makes one; never over a file that is there, which may be somebody's only key. */
  public static void create(Path file, byte[] bytes) throws IOException {
    if (Files.exists(file)) {
      throw new IOException("%s is there already; choose another name".formatted(file));
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path temporary = Storage.temporaryFor(file);
    Files.deleteIfExists(temporary);
    createPrivate(temporary);
    Storage storage = Storage.durable();
    try (var out = storage.append(temporary)) {
      out.write(bytes);
    }
    storage.move(temporary, file);
  }

  /** A stick with the file system of other computers knows no owners. */
  private static void createPrivate(Path file) throws IOException {
    if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }
}
