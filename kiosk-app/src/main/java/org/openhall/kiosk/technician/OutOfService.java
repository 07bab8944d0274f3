package org.openhall.kiosk.technician;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.openhall.link.JsonFile;

/**
 * That a technician took the terminal out of service; it stays so over a restart.
 *
 * @param since by the terminal's clock
 */
public record OutOfService(Reason reason, Instant since) {
  private static final String NAME = "out-of-service.json";

  /** As it was left; a file that is damaged keeps nobody from the terminal. */
  public static Optional<OutOfService> read(Path data) {
    try {
      return file(data).read();
    } catch (IOException e) {
      System.err.println("kiosk: " + e + "; the terminal is in service");
      return Optional.empty();
    }
  }

  /** Keeps it, or forgets it. */
  public static void keep(Path data, Optional<OutOfService> now) throws IOException {
    if (now.isPresent()) {
      file(data).write(now.get());
    } else {
      Files.deleteIfExists(data.resolve("status").resolve(NAME));
    }
  }

  private static JsonFile<OutOfService> file(Path data) {
    return new JsonFile<>(data.resolve("status"), NAME, OutOfService.class);
  }
}
