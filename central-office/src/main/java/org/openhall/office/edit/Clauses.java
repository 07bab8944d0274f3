package org.openhall.office.edit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** In which situations a row applies: ticks of the form {@code question/answer}, by their ids. */
final class Clauses {
  private Clauses() {}

  static void read(Posted posted, String path, String name, ObjectNode object) {
    if (!posted.has(path + ".here")) {
      return;
    }
    Map<String, Set<String>> byQuestion = ticked(posted.all(path));
    if (byQuestion.equals(there(object.path(name)))) {
      return; // in whatever order they stand
    } else if (byQuestion.isEmpty()) {
      object.remove(name);
      return;
    }
    ArrayNode clauses = object.putArray(name);
    byQuestion.forEach((question, answers) -> {
      ObjectNode clause = clauses.addObject().put("question", question);
      ArrayNode choices = clause.putArray("choices");
      answers.forEach(choices::add);
    });
  }

  private static Map<String, Set<String>> ticked(List<String> ticks) {
    Map<String, Set<String>> byQuestion = new LinkedHashMap<>();
    for (String tick : ticks) {
      String[] ids = tick.split("/", 2);
      if (ids.length == 2) {
        byQuestion.computeIfAbsent(ids[0], _ -> new LinkedHashSet<>()).add(ids[1]);
      }
    }
    return byQuestion;
  }

  private static Map<String, Set<String>> there(JsonNode clauses) {
    Map<String, Set<String>> byQuestion = new LinkedHashMap<>();
    for (JsonNode clause : clauses) {
      Set<String> answers = new LinkedHashSet<>();
      clause.path("choices").forEach(answer -> answers.add(answer.asString("")));
      byQuestion.put(clause.path("question").asString(""), answers);
    }
    return byQuestion;
  }
}
