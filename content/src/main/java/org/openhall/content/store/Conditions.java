package org.openhall.content.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The WHERE clause of a list, with its values kept apart from the SQL. */
final class Conditions {
  private static final String SUBTREE =
      " AND category_id IN (WITH RECURSIVE below(id) AS (VALUES (?) UNION"
          + " SELECT node.id FROM node JOIN below ON node.parent_id = below.id)"
          + " SELECT id FROM below)";

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  /** Rows of one kind that may be shown on a day. */
  Conditions(Hit.Kind kind, String day) {
    sql.append(" WHERE kind = ? AND").append(Rows.EFFECTIVE);
    values.add(TitleRow.number(kind));
    values.add(day);
  }

  /** Adds a condition unless the value is null, which stands for any. */
  Conditions and(String column, @Nullable Object value) {
    if (value != null) {
      sql.append(" AND ").append(column).append(" = ?");
      values.add(value);
    }
    return this;
  }

  /** Only what stands under a catalogue node or any node below it. */
  Conditions andUnder(@Nullable String categoryId) {
    if (categoryId != null) {
      sql.append(SUBTREE);
      values.add(categoryId);
    }
    return this;
  }

  /** Only guides that stand at a place: a theme, a 一件事 or a window. */
  Conditions andAt(@Nullable String place) {
    if (place != null) {
      sql.append(" AND id IN (SELECT id FROM placement WHERE place = ?)");
      values.add(place);
    }
    return this;
  }

  /** The values for the placeholders, then more. */
  Object[] values(Object... more) {
    List<Object> all = new ArrayList<>(values);
    all.addAll(List.of(more));
    return all.toArray();
  }

  /** The clause. */
  @Override
  public String toString() {
    return sql.toString();
  }
}
