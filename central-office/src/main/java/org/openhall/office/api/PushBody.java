package org.openhall.office.api;

import java.util.ArrayList;
import java.util.List;
import org.openhall.link.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What another system pushes at once.
 *
 * @param title what it is about, for the reviewer; may be empty
 * @param guides each with its {@code key}
 * @param removals keys of guides that the source does not have any more
 */
record PushBody(String title, List<ObjectNode> guides, List<String> removals) {
  static final int MOST = 500;
  private static final int DEPTH = 40;
  private static final int LONGEST_KEY = 200;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** What is wrong with a body. */
  static final class BadBodyException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    BadBodyException(Problem problem) {
      super(problem.kind().code());
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  static PushBody of(byte[] bytes) throws BadBodyException {
    JsonNode body;
    try {
      body = JSON.readTree(bytes);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
      throw new BadBodyException(
          Problem.of(Problem.Kind.MALFORMED, line, column, String.valueOf(e.getOriginalMessage())));
    }
    List<Problem.Fault> faults = new ArrayList<>();
    if (Json.hasNul(bytes)) {
      faults.add(new Problem.Fault("#", "holds the character U+0000"));
    }
    PushBody push = read(body, faults);
    if (!faults.isEmpty()) {
      throw new BadBodyException(new Problem(Problem.Kind.NOT_VALID, List.of(), faults));
    }
    return push;
  }

  private static PushBody read(JsonNode body, List<Problem.Fault> faults) {
    List<ObjectNode> guides = new ArrayList<>();
    List<String> removals = new ArrayList<>();
    if (!body.isObject()) {
      faults.add(new Problem.Fault("#", "must be an object"));
    }
    body.forEachEntry((name, value) -> {
      if (!List.of("title", "guides", "removals").contains(name)) {
        faults.add(new Problem.Fault("#/" + escaped(name), "is not known"));
      } else if (!name.equals("title") && !value.isArray()) {
        faults.add(new Problem.Fault("#/" + name, "must be an array"));
      }
    });
    for (JsonNode guide : body.path("guides")) {
      String at = "#/guides/" + guides.size();
      if (guide instanceof ObjectNode object) {
        key(guide.path("key"), at + "/key", faults);
        guides.add(object);
      } else {
        faults.add(new Problem.Fault(at, "must be an object"));
        break;
      }
    }
    for (JsonNode removal : body.path("removals")) {
      key(removal, "#/removals/" + removals.size(), faults);
      removals.add(removal.asString(""));
    }
    int all = guides.size() + removals.size();
    if (body.isObject() && (all == 0 || all > MOST)) {
      faults.add(new Problem.Fault("#/guides", "1 to " + MOST + " with the removals"));
    }
    return new PushBody(body.path("title").asString("").strip(), guides, removals);
  }

  private static void key(JsonNode key, String pointer, List<Problem.Fault> faults) {
    if (!key.isString() || key.stringValue().isBlank()) {
      faults.add(new Problem.Fault(pointer, "must be a text that is not empty"));
    } else if (key.stringValue().length() > LONGEST_KEY) {
      faults.add(new Problem.Fault(pointer, "at most " + LONGEST_KEY + " characters"));
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
