package org.openhall.demo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;

/** Of many laws, one a line, the one with the longest body. */
record LongestLaw(Path laws) {

  /** Writes its line alone to a file, which it returns. */
  Path write(Path file) throws IOException {
    String longest = "";
    int most = -1;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(laws)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int length = line.length() > most ? body(line) : -1;
        if (length > most) {
          longest = line;
          most = length;
        }
      }
    }
    System.out.printf("  the longest of the laws has %,d characters%n", most);
    return Files.writeString(file, longest + "\n");
  }

  private static int body(String line) {
    return JsonMapper.shared().readTree(line).path("body").asString("").length();
  }
}
