package org.openhall.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question whose answer decides what applies to the person (情形).
 *
 * @param id unique in the guide
 * @param question what is asked, e.g. 由谁来办？
 * @param hint how to know the answer, or null
 * @param choices the answers, one of which is chosen
 * @param when asked only if these clauses hold
 */
public record Situation(
    String id, String question, @Nullable String hint, List<Choice> choices, List<When> when) {

  /** An answer: id unique in its question, and the words that a citizen reads. */
  public record Choice(String id, String label) {}

  public Situation {
    choices = List.copyOf(choices);
    when = List.copyOf(when);
  }
}
