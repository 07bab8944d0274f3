package org.openhall.content.codec;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object while a record is written to it; what is null is left out. */
final class Members {
  private final Map<String, Object> json = Json.newObject();

  Members with(String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, tree(value));
    }
    return this;
  }

  /** A list whose elements have a form of their own; null is left out, an empty list is not. */
  <T> Members with(
      String name, @Nullable List<T> list, Function<? super T, Map<String, Object>> form) {
    if (list != null) {
      json.put(name, list.stream().map(form).toList());
    }
    return this;
  }

  /** A field that is left out where it has its default. */
  Members withUnless(Object defaultValue, String name, Object value) {
    return value.equals(defaultValue) ? this : with(name, value);
  }

  Map<String, Object> json() {
    return json;
  }

  private static Object tree(Object value) {
    return switch (value) {
      case Enum<?> constant -> Fields.nameOf(constant);
      case LocalDate date -> date.toString();
      case Integer number -> Json.Num.of(number);
      case Long number -> Json.Num.of(number);
      case List<?> list -> list.stream().map(Members::tree).toList();
      default -> value;
    };
  }
}
