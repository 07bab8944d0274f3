package org.openhall.content.codec;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openhall.content.JsonForm;

/** JSON values as Java values, by the class that is wanted. */
final class Values {
  /** Reads one value; the path is for what has to be said about it. */
  interface Form {
    Object read(Object json, String path) throws MalformedRecordException;
  }

  private Values() {}

  /** How values of a class are read; a class that no record uses is a mistake of ours. */
  static Form of(Class<?> type) {
    if (type.isEnum()) {
      return (json, path) -> constant(text(json, path), type, path);
    } else if (isArray(type)) {
      return (json, path) -> array(json, type.asSubclass(Record.class), path);
    }
    return switch (type.getSimpleName()) {
      case "String" -> Values::text;
      case "int", "Integer" -> Values::small;
      case "long", "Long" -> Values::count;
      case "double" -> Values::decimal;
      case "boolean", "Boolean" -> Values::flag;
      case "LocalDate" -> Values::date;
      default -> throw new IllegalArgumentException("no JSON form for " + type);
    };
  }

  /** Whether a class is written as an array of its components. */
  static boolean isArray(Class<?> type) {
    return is(type, JsonForm.Kind.ARRAY);
  }

  /** Whether the members of a class stand among those of the object that holds it. */
  static boolean isInline(Class<?> type) {
    return is(type, JsonForm.Kind.INLINE);
  }

  private static boolean is(Class<?> type, JsonForm.Kind kind) {
    JsonForm form = type.getAnnotation(JsonForm.class);
    return form != null && form.value() == kind;
  }

  static String text(Object json, String path) throws MalformedRecordException {
    if (json instanceof String text) {
      return text;
    }
    throw new MalformedRecordException(path, "must be a text");
  }

  private static long whole(Object json, String path) throws MalformedRecordException {
    if (json instanceof Json.Num number && number.isWhole()) {
      return number.asLong();
    }
    throw new MalformedRecordException(path, "must be a whole number");
  }

  private static Integer small(Object json, String path) throws MalformedRecordException {
    long value = whole(json, path);
    if (value != (int) value) {
      throw new MalformedRecordException(path, "is too large");
    }
    return (int) value;
  }

  static Long count(Object json, String path) throws MalformedRecordException {
    long count = whole(json, path);
    if (count < 0) {
      throw new MalformedRecordException(path, "must not be negative");
    }
    return count;
  }

  private static Double decimal(Object json, String path) throws MalformedRecordException {
    if (json instanceof Json.Num number) {
      double value = Double.parseDouble(number.digits());
      if (Double.isFinite(value)) {
        return value;
      }
    }
    throw new MalformedRecordException(path, "must be a number");
  }

  /** A number as {@link #decimal} reads it, without a fraction of zero. */
  static Json.Num number(double value) {
    return new Json.Num(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
  }

  private static Boolean flag(Object json, String path) throws MalformedRecordException {
    if (json instanceof Boolean flag) {
      return flag;
    }
    throw new MalformedRecordException(path, "must be true or false");
  }

  private static LocalDate date(Object json, String path) throws MalformedRecordException {
    try {
      return LocalDate.parse(text(json, path));
    } catch (DateTimeParseException e) {
      throw new MalformedRecordException(path, "must be a date such as 2026-11-01");
    }
  }

  private static Object constant(String text, Class<?> type, String path)
      throws MalformedRecordException {
    for (Object constant : type.getEnumConstants()) {
      if (nameOf((Enum<?>) constant).equals(text)) {
        return constant;
      }
    }
    throw new MalformedRecordException.UnknownConstant(path, text);
  }

  /** An enum constant as JSON text: NATURAL_PERSON is {@code natural-person}. */
  static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Object array(Object json, Class<? extends Record> type, String path)
      throws MalformedRecordException {
    RecordComponent[] components = type.getRecordComponents();
    if (!(json instanceof List<?> array) || array.size() != components.length) {
      throw new MalformedRecordException(path, "must be a list of " + components.length);
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (RecordComponent component : components) {
      int i = values.size();
      values.add(of(component.getType()).read(array.get(i), path + "[" + i + "]"));
    }
    return Shape.of(type).make(values, path);
  }
}
