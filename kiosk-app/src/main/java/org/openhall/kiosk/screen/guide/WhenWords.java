package org.openhall.kiosk.screen.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.content.Situation;
import org.openhall.content.When;

/** Says in the guide's own words when something applies: 由谁来办：委托他人. */
record WhenWords(List<Situation> situations) {
  private static final String QUESTION_MARKS = "[？?]+$";

  WhenWords {
    situations = List.copyOf(situations);
  }

  /** One text for each clause; a clause about a question that the guide lacks is left out. */
  List<String> of(List<When> clauses) {
    List<String> texts = new ArrayList<>();
    for (When clause : clauses) {
      situation(clause.question()).ifPresent(asked -> texts.add(text(asked, clause)));
    }
    return List.copyOf(texts);
  }

  private Optional<Situation> situation(String id) {
    return situations.stream().filter(situation -> situation.id().equals(id)).findFirst();
  }

  private static String text(Situation asked, When clause) {
    List<String> labels =
        asked.choices().stream()
            .filter(choice -> clause.choices().contains(choice.id()))
            .map(Situation.Choice::label)
            .toList();
    return asked.question().replaceAll(QUESTION_MARKS, "") + "：" + String.join("、", labels);
  }
}
