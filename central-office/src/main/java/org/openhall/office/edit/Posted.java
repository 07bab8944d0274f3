package org.openhall.office.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a form has sent: path of a field → what stands in it. A field that is not there is left. */
public record Posted(Map<String, String[]> values) {

  /** A text in one line: breaks, tabs and controls become spaces. */
  Optional<String> line(String path) {
    return raw(path).map(Posted::oneLine);
  }

  /** The lines of a text that are not empty. */
  Optional<List<String>> lines(String path) {
    return raw(path)
        .map(text ->
            Arrays.stream(text.split("\\R"))
                .map(Posted::oneLine)
                .filter(line -> !line.isEmpty())
                .toList());
  }

  /** The text as it came. */
  Optional<String> raw(String path) {
    return Optional.ofNullable(values.get(path)).map(all -> all[0]);
  }

  /** Everything chosen of several. */
  List<String> all(String path) {
    return new ArrayList<>(List.of(values.getOrDefault(path, new String[0])));
  }

  boolean has(String path) {
    return values.containsKey(path);
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}]+", " ").strip();
  }
}
