package org.openhall.agent.enrol;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.openhall.link.Json;
import org.openhall.repository.storage.Storage;

/**
 * What was to be joined when it was broken off, kept beside the key that asked, where only the
 * agent reads. It is there from before the token is shown until the office has said yes or no; the
 * same key may ask again with the same token.
 */
record PendingWish(URI office, String token) {

  /** Never shows the token. */
  @Override
  public String toString() {
    return "PendingWish[" + office + "]";
  }

  static Optional<PendingWish> read(Path data) throws IOException {
    try {
      return Json.read(Files.readAllBytes(file(data)), PendingWish.class);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** On the disk before the token is shown to anybody. */
  void keep(Path data) throws IOException {
    Storage.durable().replacePrivate(file(data), Json.write(this));
  }

  static void forget(Path data) throws IOException {
    Files.deleteIfExists(file(data));
  }

  private static Path file(Path data) {
    return data.resolve("identity").resolve("pending.json");
  }
}
