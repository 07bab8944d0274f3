package org.openhall.office.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The answers of a situation: a line each, whose ids stay as long as their words or their place.
 */
final class Answers {
  private Answers() {}

  static void put(ArrayNode choices, List<String> labels) {
    List<JsonNode> before = new ArrayList<>();
    choices.forEach(before::add);
    Set<String> taken = new HashSet<>();
    List<String> ids = new ArrayList<>();
    for (String label : labels) {
      Optional<String> same =
          before.stream()
              .filter(choice -> choice.path("label").asString("").equals(label))
              .map(choice -> choice.path("id").asString(""))
              .filter(taken::add)
              .findFirst();
      ids.add(same.orElse(""));
    }
    choices.removeAll();
    for (int i = 0; i < labels.size(); i++) {
      String id = ids.get(i).isEmpty() ? id(before, i, taken) : ids.get(i);
      choices.addObject().put("id", id).put("label", labels.get(i));
    }
  }

  /** That of the answer which stood here, if its words are gone; else a new one. */
  private static String id(List<JsonNode> before, int place, Set<String> taken) {
    if (place < before.size() && taken.add(before.get(place).path("id").asString(""))) {
      return before.get(place).path("id").asString("");
    }
    int number = 1;
    while (!taken.add("c" + number) || isOf(before, "c" + number)) {
      number++;
    }
    return "c" + number;
  }

  private static boolean isOf(List<JsonNode> before, String id) {
    return before.stream().anyMatch(choice -> choice.path("id").asString("").equals(id));
  }
}
