package org.openhall.kiosk.typing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lists that come with the program. */
final class ProgramText {
  private ProgramText() {}

  /** The lines of a list; empty ones and remarks, which # begins, are passed over. */
  static List<String> lines(String file) {
    try (InputStream in = Objects.requireNonNull(ProgramText.class.getResourceAsStream(file));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the program is incomplete: " + file, e);
    }
  }
}
