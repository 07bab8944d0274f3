package org.openhall.content.codec;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Block;

/** A JSON object while a record is written to it; what is null is left out. */
final class Members {
  private final Map<String, Object> json = Json.newObject();

  Members with(String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, tree(value));
    }
    return this;
  }

  /** A list whose elements have a form of their own. */
  <T> Members with(String name, List<T> list, Function<? super T, Map<String, Object>> form) {
    json.put(name, list.stream().map(form).toList());
    return this;
  }

  /** A member that is a JSON tree already. */
  void put(String name, Object tree) {
    json.put(name, tree);
  }

  Map<String, Object> json() {
    return json;
  }

  private static Object tree(Object value) {
    return switch (value) {
      case Enum<?> constant -> Values.nameOf(constant);
      case LocalDate date -> date.toString();
      case Integer number -> Json.Num.of(number);
      case Long number -> Json.Num.of(number);
      case Double number -> Values.number(number);
      case List<?> list -> list.stream().map(Members::tree).toList();
      case Block block -> BlockForm.write(block);
      case Block.Cell cell -> BlockForm.writeCell(cell);
      case Record record when Values.isArray(record.getClass()) -> tree(Shape.array(record));
      case Record record -> Shape.write(record).json();
      default -> value;
    };
  }
}
