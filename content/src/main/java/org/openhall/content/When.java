package org.openhall.content;

import java.util.List;

/**
 * One clause of a situation (情形): it holds when the question was answered by any of the choices. A
 * list of clauses holds when all of them do; an empty list holds always.
 *
 * @param question id of a {@link Situation} of the same guide
 * @param choices ids of its choices
 */
public record When(String question, List<String> choices) {
  public When {
    choices = List.copyOf(choices);
  }
}
