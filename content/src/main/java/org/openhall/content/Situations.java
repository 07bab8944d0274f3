package org.openhall.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openhall.content.ServiceGuide.Fee;
import org.openhall.content.ServiceGuide.Material;
import org.openhall.content.ServiceGuide.ProcessStep;

/**
 * What of a guide concerns a person who has answered some of its questions (情形).
 *
 * @param answered the questions that count as answered, in their order; an answer to a question
 *     that is not asked under the others does not count
 * @param next the next question, or empty when all have been answered
 * @param materials the materials
 * @param steps the steps
 * @param fees the fees
 */
public record Situations(
    List<Situation> answered,
    Optional<Situation> next,
    Narrowed<Material> materials,
    Narrowed<ProcessStep> steps,
    Narrowed<Fee> fees) {
  public Situations {
    answered = List.copyOf(answered);
  }

  /**
   * A list as far as it is known.
   *
   * @param applying what applies whatever else is answered
   * @param possible what may apply, depending on answers still to come
   */
  public record Narrowed<T>(List<T> applying, List<T> possible) {
    public Narrowed {
      applying = List.copyOf(applying);
      possible = List.copyOf(possible);
    }
  }

  private enum Verdict {
    APPLIES,
    MAY_APPLY,
    EXCLUDED
  }

  /**
   * Narrows a guide down.
   *
   * @param answers id of a question → id of the choice made
   */
  public static Situations of(ServiceGuide guide, Map<String, String> answers) {
    return new Reading(answers).of(guide);
  }

  /** One walk through the questions. */
  private static final class Reading {
    private final Map<String, String> answers;
    private final Map<String, Situation> skipped = new HashMap<>();
    private final Map<String, Situation> answered = new HashMap<>();

    Reading(Map<String, String> answers) {
      this.answers = answers;
    }

    Situations of(ServiceGuide guide) {
      List<Situation> done = new ArrayList<>();
      Optional<Situation> next = Optional.empty();
      for (Situation situation : guide.situations()) {
        Verdict verdict = verdict(situation.when());
        if (verdict == Verdict.EXCLUDED) {
          skipped.put(situation.id(), situation);
        } else if (verdict == Verdict.APPLIES && hasAnswer(situation)) {
          answered.put(situation.id(), situation);
          done.add(situation);
        } else if (verdict == Verdict.APPLIES && next.isEmpty()) {
          next = Optional.of(situation);
        }
      }
      return new Situations(
          done,
          next,
          narrow(guide.materials(), Material::when),
          narrow(guide.steps(), ProcessStep::when),
          narrow(guide.fees(), Fee::when));
    }

    private boolean hasAnswer(Situation situation) {
      String choice = answers.get(situation.id());
      return situation.choices().stream().anyMatch(c -> c.id().equals(choice));
    }

    private Verdict verdict(List<When> clauses) {
      Verdict verdict = Verdict.APPLIES;
      for (When clause : clauses) {
        if (isExcluded(clause)) {
          return Verdict.EXCLUDED;
        } else if (!answered.containsKey(clause.question())) {
          verdict = Verdict.MAY_APPLY;
        }
      }
      return verdict;
    }

    private boolean isExcluded(When clause) {
      return skipped.containsKey(clause.question())
          || (answered.containsKey(clause.question())
              && !clause.choices().contains(answers.get(clause.question())));
    }

    private <T> Narrowed<T> narrow(@Nullable List<T> list, Function<T, List<When>> when) {
      List<T> applying = new ArrayList<>();
      List<T> possible = new ArrayList<>();
      for (T item : list == null ? List.<T>of() : list) {
        switch (verdict(when.apply(item))) {
          case APPLIES -> applying.add(item);
          case MAY_APPLY -> possible.add(item);
          case EXCLUDED -> {}
        }
      }
      return new Narrowed<>(applying, possible);
    }
  }
}
