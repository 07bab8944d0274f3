package org.openhall.office.compare;

import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A value of a record's JSON in one line, for a row or block that is whole on one side only. */
final class Rendering {
  private Rendering() {}

  static String of(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().map(Rendering::of).collect(Collectors.joining("；"));
    } else if (value.isObject()) {
      return value
          .propertyStream()
          .filter(member -> !isOfTheCodec(member))
          .map(member -> of(member.getValue()))
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(" · "));
    }
    return value.asString();
  }

  /** What tells the codec how to read, and people nothing. */
  private static boolean isOfTheCodec(Map.Entry<String, JsonNode> member) {
    return switch (member.getKey()) {
      case "kind", "sha256", "rowSpan", "colSpan", "id" -> true;
      default -> member.getValue().isBoolean();
    };
  }
}
