package org.openhall.content.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What filters ask for of a title, by the names of its columns; of these some are shown as choices.
 *
 * @param values in the order of {@link #COLUMNS}, as text; null where there is none
 */
record TitleFacts(List<@Nullable String> values) {
  private static final List<String> NAMES =
      List.of(
          "year",
          "category_id",
          "theme",
          "genre",
          "validity",
          "natural_person",
          "legal_person",
          "cases",
          "effective_from",
          "effective_until");

  static final String COLUMNS = String.join(", ", NAMES);

  static TitleFacts read(ResultSet row) throws SQLException {
    List<@Nullable String> values = new ArrayList<>();
    for (String name : NAMES) {
      values.add(row.getString(name));
    }
    return new TitleFacts(values);
  }

  /** The facts of a line that is to be written. */
  static TitleFacts of(DraftLine line, String from, String until) {
    List<@Nullable String> values = new ArrayList<>();
    values.add(text(line.year()));
    values.add(line.categoryId());
    values.add(line.theme());
    values.add(line.genre());
    values.add(line.validity());
    values.add(line.naturalPerson() ? "1" : "0");
    values.add(line.legalPerson() ? "1" : "0");
    values.add(text(line.cases()));
    values.add(from);
    values.add(until);
    return new TitleFacts(values);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** All of it in one text, in which none reads like another. */
  String text() {
    List<String> texts = new ArrayList<>();
    for (String value : values) {
      texts.add(Optional.ofNullable(value).map(v -> "+" + v).orElse("-"));
    }
    return String.join("\0", texts);
  }
}
