package org.openhall.kiosk.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Tells a file from one that takes its name later.
 *
 * @param identity key, time and size of the file; what it says does not matter
 */
record FileStamp(Path file, String identity) {

  static FileStamp of(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(
          file, now.fileKey() + " " + now.lastModifiedTime().toInstant() + " " + now.size());
    } catch (IOException e) {
      return new FileStamp(file, "gone"); // which opening it will say in its own words
    }
  }
}
