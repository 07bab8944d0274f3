package org.openhall.simulator.control;

import java.util.List;
import java.util.Map;

/**
 * What came of a command.
 *
 * @param done whether it was carried out
 * @param lines for a person
 * @param facts for a program: strings, numbers, truth values, lists and maps of them
 */
public record Answer(boolean done, List<String> lines, Map<String, Object> facts) {

  public Answer {
    lines = List.copyOf(lines);
    facts = Map.copyOf(facts);
  }

  /** It was carried out, and this can be said of it. */
  public static Answer done(String line) {
    return new Answer(true, List.of(line), Map.of("message", line));
  }

  /** It was not carried out; the sentence says why and what to do. */
  public static Answer refused(String line) {
    return new Answer(false, List.of(line), Map.of("error", line));
  }
}
