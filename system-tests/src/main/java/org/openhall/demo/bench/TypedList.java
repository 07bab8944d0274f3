package org.openhall.demo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The lists of what people type: parts begun by a line with =, remarks by #. */
final class TypedList {
  private TypedList() {}

  /** The parts of a list with their lines, in its order. */
  static Map<String, List<String>> parts(String list) throws IOException {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    try (InputStream in = Objects.requireNonNull(TypedList.class.getResourceAsStream(list));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> part = List.of();
      for (String line : lines.lines().filter(it -> !it.startsWith("#")).toList()) {
        if (line.startsWith("=")) {
          part = parts.computeIfAbsent(line.substring(1), _ -> new ArrayList<>());
        } else {
          part.add(line);
        }
      }
    }
    return parts;
  }
}
