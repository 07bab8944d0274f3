package org.openhall.office.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.function.LongPredicate;

/**
 * Where files that people send lie: those that are just coming, and of each upload, by its number,
 * the file and the rows of it that were refused.
 *
 * @param folder {@code uploads} of the office's folder
 */
record UploadFolder(Path folder) {

  static UploadFolder in(Path data) {
    return new UploadFolder(data.resolve("uploads"));
  }

  /** What is done with a file that has come. */
  @FunctionalInterface
  interface Taking<T> {
    /** Moves or copies the file where it is to be kept. */
    T take(Path file) throws IOException;
  }

  /** Lays a file down for as long as is decided about it; afterwards it is gone. */
  <T> T receive(InputStream bytes, Taking<T> taking) throws IOException {
    Path part = Files.createTempFile(Files.createDirectories(folder), "new-", ".part");
    try {
      Files.copy(bytes, part, StandardCopyOption.REPLACE_EXISTING);
      return taking.take(part);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Keeps a file that was received as that of an upload. */
  void keep(Path received, long id) throws IOException {
    Files.createDirectories(of(id));
    Files.move(received, file(id), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path of(long id) {
    return folder.resolve(Long.toString(id));
  }

  Path file(long id) {
    return of(id).resolve("file");
  }

  Path refusedRows(long id) {
    return of(id).resolve("refused.csv");
  }

  /** Deletes all of an upload. */
  void drop(long id) throws IOException {
    delete(of(id));
  }

  /** Deletes what a program that died left here before this time. */
  void dropLeavings(Instant before, LongPredicate isUpload) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Files.createDirectories(folder))) {
      for (Path one : all) {
        String name = String.valueOf(one.getFileName());
        boolean isOld = Files.getLastModifiedTime(one).toInstant().isBefore(before);
        boolean isNobodys = !name.matches("[0-9]{1,18}") || !isUpload.test(Long.parseLong(name));
        if (isOld && isNobodys) {
          delete(one);
        }
      }
    }
  }

  /** A single file, or a folder of files. */
  private static void delete(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
        for (Path file : files) {
          Files.deleteIfExists(file);
        }
      }
    }
    Files.deleteIfExists(path);
  }
}
