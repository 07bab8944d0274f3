package org.openhall.kiosk.technician;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.openhall.link.Json;

/**
 * What was done in the service area, on the terminal itself: a line of JSON each in {@code
 * status/service.log}, and the megabyte before in {@code service.log.1}.
 */
final class ServiceLog {
  private static final long LARGEST = 1 << 20;

  private final Path file;

  ServiceLog(Path data) {
    file = data.resolve("status").resolve("service.log");
  }

  /** One line. */
  record Entry(Instant at, String who, String deed, String about) {}

  synchronized void add(Entry entry) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    if (Files.exists(file) && Files.size(file) > LARGEST) {
      Files.move(file, file.resolveSibling("service.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    byte[] json = Json.write(entry);
    byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
