package org.openhall.simulator.control;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the facts of an answer as JSON on one line, keys sorted. */
final class Json {

  private Json() {}

  /**
   * The JSON of a value.
   *
   * @throws IllegalArgumentException for what is no string, number, truth value, list or map
   */
  static String of(Object value) {
    return switch (value) {
      case String text -> quoted(text);
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case List<?> list -> list.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
      case Map<?, ?> map -> object(map);
      default -> throw new IllegalArgumentException("not a value of JSON: " + value.getClass());
    };
  }

  private static String object(Map<?, ?> map) {
    TreeMap<String, String> members = new TreeMap<>();
    map.forEach((key, value) -> members.put(key.toString(), of(value)));
    return members.entrySet().stream()
        .map(member -> quoted(member.getKey()) + ":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\n' -> json.append("\\n");
        default -> json.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    return json.append('"').toString();
  }
}
