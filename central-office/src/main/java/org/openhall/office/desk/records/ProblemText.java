package org.openhall.office.desk.records;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openhall.office.edit.FieldProblem;

/**
 * What is wrong with a field, in words.
 *
 * @param path of the field; empty for the whole form
 * @param id of its control, or empty
 * @param label its name
 * @param sentence what is the matter
 */
public record ProblemText(String path, String id, String label, String sentence) {

  static List<ProblemText> of(List<FieldProblem> problems, FieldWords words) {
    return problems.stream()
        .map(one ->
            new ProblemText(
                one.path(),
                FieldView.idOf(one.path()),
                words.label(one.path()),
                words.problem(one)))
        .toList();
  }

  /** Path of a field → what is to be said beside it. */
  static Map<String, String> byPath(List<ProblemText> problems) {
    return problems.stream()
        .collect(Collectors.toMap(ProblemText::path, ProblemText::sentence, (one, _) -> one));
  }
}
