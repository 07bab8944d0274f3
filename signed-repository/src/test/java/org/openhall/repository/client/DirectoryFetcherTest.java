package org.openhall.repository.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.repository.metadata.PercentEncoding;

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

  /** A stick comes from anywhere: what it names must lie on it, and must come to an end. */
  @Test
  @Timeout(60) // opening a pipe would wait for ever
  void opensNothingButFiles() throws IOException, InterruptedException {
    Path folder = Files.createDirectory(dir.resolve("stick"));
    Path outside = Files.writeString(dir.resolve("outside"), "the terminal's own");
    Files.createSymbolicLink(folder.resolve("link"), outside);
    Files.createDirectory(folder.resolve("folder"));
    new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor();
    Fetcher fetcher = new DirectoryFetcher(folder);
    for (String name : new String[] {"link", "folder", "pipe"}) {
      var e = assertThrows(FetchException.class, () -> fetcher.fetch(name).close(), name);
      assertFalse(e instanceof FetchException.NotFound, name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside", "a/../../outside", "..%2Foutside", "%2Foutside", "a%00b"})
  void aNameNeverLeadsOffTheStick(String name) throws IOException {
    Path folder = Files.createDirectory(dir.resolve("stick"));
    Files.writeString(dir.resolve("outside"), "the terminal's own");
    Fetcher fetcher = new DirectoryFetcher(folder);
    assertThrows(FetchException.NotFound.class, () -> fetcher.fetch(name));
  }

  @Test
  void namesAreDecodedAndTheFolderMayBeTheWorkingOne() throws IOException {
    Files.writeString(dir.resolve("目录 1"), "hello");
    new DirectoryFetcher(dir).fetch(PercentEncoding.path("目录 1")).close();
    Path relative = Path.of("").toAbsolutePath().relativize(dir.toAbsolutePath());
    new DirectoryFetcher(relative).fetch(PercentEncoding.path("目录 1")).close();
    new DirectoryFetcher(Path.of(".")).fetch("pom.xml").close();
  }
}
