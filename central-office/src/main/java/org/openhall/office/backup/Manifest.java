package org.openhall.office.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openhall.repository.storage.Storage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one backup holds.
 *
 * @param madeAt ISO instant
 * @param office the office's name
 * @param database which it was, without a password; its copy is {@code office.db} whichever it was
 * @param files all, by path
 */
public record Manifest(String madeAt, String office, String database, List<Entry> files) {
  public Manifest {
    files = List.copyOf(files);
  }

  /**
   * A file.
   *
   * @param path below the data folder
   * @param sha256 64 lower-case hex digits
   * @param length bytes
   * @param mode such as {@code rw-------}
   */
  public record Entry(String path, String sha256, long length, String mode) {}

  /** Bytes of all files. */
  public long bytes() {
    return files.stream().mapToLong(Entry::length).sum();
  }

  void write(Path file) throws IOException {
    byte[] text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    Storage.durable().replace(file, text);
  }

  static Manifest read(Path file) throws IOException {
    try {
      return JsonMapper.shared().readValue(Files.readAllBytes(file), Manifest.class);
    } catch (JacksonException e) {
      throw new IOException(file + ": " + e.getOriginalMessage(), e);
    }
  }
}
