package org.openhall.kiosk.screen.guide;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhall.content.ServiceGuide;
import org.openhall.content.Situation;
import org.openhall.content.Situations;
import org.openhall.content.When;

/**
 * A guide and one person's answers to its questions (情形).
 *
 * @param answers ids of the chosen choices by ids of questions, in the order of answering
 */
record OwnCase(ServiceGuide guide, Map<String, String> answers) {

  OwnCase {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  static OwnCase unanswered(ServiceGuide guide) {
    return new OwnCase(guide, Map.of());
  }

  /** What of the guide concerns the person, as far as is known. */
  Situations narrowed() {
    return Situations.of(guide, answers);
  }

  /** How many questions there can be in all, whatever is answered from here on. */
  int most() {
    Set<String> possible = new HashSet<>();
    for (Situation question : guide.situations()) {
      if (question.when().stream().allMatch(clause -> mayHold(clause, possible))) {
        possible.add(question.id());
      }
    }
    return possible.size();
  }

  private boolean mayHold(When clause, Set<String> possible) {
    String answer = answers.get(clause.question());
    return answer == null
        ? possible.contains(clause.question())
        : clause.choices().contains(answer);
  }

  OwnCase with(String question, String choice) {
    Map<String, String> more = new LinkedHashMap<>(answers);
    more.put(question, choice);
    return new OwnCase(guide, more);
  }

  /** Without the answer to a question and those that were given after it. */
  OwnCase before(String question) {
    Map<String, String> fewer = new LinkedHashMap<>();
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      if (answer.getKey().equals(question)) {
        break;
      }
      fewer.put(answer.getKey(), answer.getValue());
    }
    return new OwnCase(guide, fewer);
  }

  /** What to bring in this case, or null where the source does not say. */
  @Nullable List<ServiceGuide.Material> materials() {
    return guide.materials() == null ? null : narrowed().materials().applying();
  }

  @Nullable List<ServiceGuide.ProcessStep> steps() {
    return guide.steps() == null ? null : narrowed().steps().applying();
  }

  @Nullable List<ServiceGuide.Fee> fees() {
    return guide.fees() == null ? null : narrowed().fees().applying();
  }

  /** What was answered, one sentence each: 由谁来办：本人. */
  List<String> sentences() {
    return answers.entrySet().stream()
        .map(answer -> sentence(answer.getKey(), answer.getValue()))
        .toList();
  }

  /** An answer as a sentence. */
  String sentence(String question, String choice) {
    When answered = new When(question, List.of(choice));
    return String.join("", new WhenWords(guide.situations()).of(List.of(answered)));
  }
}
