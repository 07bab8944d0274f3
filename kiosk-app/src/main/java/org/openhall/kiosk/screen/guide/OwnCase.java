package org.openhall.kiosk.screen.guide;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openhall.content.ServiceGuide;
import org.openhall.content.Situation;
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

  /** The questions that are to be answered in this case, those not yet asked included. */
  List<Situation> questions() {
    return guide.situations().stream().filter(it -> applies(it.when())).toList();
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

  /** The next question, or empty where all are answered. */
  Optional<Situation> next() {
    return questions().stream().filter(question -> !answers.containsKey(question.id())).findFirst();
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
    return those(guide.materials(), ServiceGuide.Material::when);
  }

  @Nullable List<ServiceGuide.ProcessStep> steps() {
    return those(guide.steps(), ServiceGuide.ProcessStep::when);
  }

  @Nullable List<ServiceGuide.Fee> fees() {
    return those(guide.fees(), ServiceGuide.Fee::when);
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

  private <T> @Nullable List<T> those(@Nullable List<T> all, Function<T, List<When>> clauses) {
    return all == null ? null : all.stream().filter(each -> applies(clauses.apply(each))).toList();
  }

  /** Whether all clauses hold. */
  private boolean applies(List<When> clauses) {
    return clauses.stream()
        .allMatch(clause -> clause.choices().contains(answers.getOrDefault(clause.question(), "")));
  }
}
