package org.openhall.office.compare;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An element of a list with its place. */
record Row(String path, JsonNode value) {
  private static final List<String> NAMES = List.of("name", "title", "question", "label", "id");

  static List<Row> of(String path, JsonNode list) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode element : list) {
      rows.add(new Row(path + "[" + rows.size() + "]", element));
    }
    return rows;
  }

  boolean isSame(Row other) {
    return value.equals(other.value);
  }

  /** Whether people would say that it is the same one. */
  boolean hasSameName(Row other) {
    return !name().isEmpty() && name().equals(other.name());
  }

  private String name() {
    return NAMES.stream()
        .map(member -> value.path(member).asString(""))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }
}
