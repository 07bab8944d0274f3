package org.openhall.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Looks for words where they must not be. */
final class Nowhere {
  private Nowhere() {}

  /** In no file below a folder, whatever it is. */
  static void assertNowhere(Path folder, String words) throws IOException {
    String sought = new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    int read = 0;
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Optional<String> text = text(file);
        assertFalse(text.orElse("").contains(sought), file.toString());
        read += text.isPresent() ? 1 : 0;
      }
    }
    assertTrue(read > 3);
  }

  /** Empty where the file is gone: programs that run replace theirs by other ones. */
  private static Optional<String> text(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
