package org.openhall.repository.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryFetcherTest {
  private @TempDir Path dir;

  @Test
  void bringsAFileFromAnyByteOn() throws IOException {
    Files.createDirectories(dir.resolve("targets"));
    Files.writeString(dir.resolve("targets/a"), "hello");
    try (InputStream in = new DirectoryFetcher(dir).in("targets").fetch("a", 3)) {
      assertEquals("lo", new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  @Test
  void tellsAnAbsentFileFromAnAbsentFolder() {
    Fetcher present = new DirectoryFetcher(dir);
    assertThrows(FetchException.NotFound.class, () -> present.fetch("a"));
    Fetcher absent = new DirectoryFetcher(dir.resolve("pulled-out"));
    var e = assertThrows(FetchException.class, () -> absent.fetch("a"));
    assertFalse(e instanceof FetchException.NotFound);
  }
}
