package org.openhall.office.desk.records;

import java.util.Comparator;
import java.util.List;
import org.openhall.office.compare.Difference;
import org.openhall.office.edit.FormShape;

/** The order in which people read a record: as its form has it, what every record carries last. */
public final class FieldOrder {
  private static final List<String> FIRST = List.of("title", "name");

  private FieldOrder() {}

  /** The same differences, in that order. */
  public static List<Difference> of(String type, List<Difference> differences) {
    List<String> names =
        FormShape.find(type)
            .map(shape ->
                shape.sections().stream()
                    .flatMap(section -> section.fields().stream())
                    .map(field -> field.name())
                    .toList())
            .orElse(FIRST);
    return differences.stream()
        .sorted(Comparator.comparingInt(one -> place(names, one.path())))
        .toList();
  }

  private static int place(List<String> names, String path) {
    if (path.startsWith("header.")) {
      return names.size() + 1;
    }
    int place = names.indexOf(path.replaceAll("[.\\[].*", ""));
    return place < 0 ? names.size() : place;
  }
}
