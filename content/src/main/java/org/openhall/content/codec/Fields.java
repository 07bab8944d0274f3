package org.openhall.content.codec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openhall.content.UnknownFields;

/**
 * A JSON object while a record is read from it: every field that is asked for is ticked off, here
 * and in the objects below, and {@link #unknown} is what nobody asked for. A field whose value is
 * null counts as absent.
 */
final class Fields {
  /** Reads a value of type T from its object. */
  interface Form<T> {
    T read(Fields fields) throws MalformedRecordException;
  }

  /** Turns one element of an array into a T. */
  private interface Element<T> {
    T read(Object json, String path) throws MalformedRecordException;
  }

  private final String path;
  private final Map<String, Object> rest;
  private final Map<String, Fields> objects = new LinkedHashMap<>();
  private final Map<String, List<Fields>> lists = new LinkedHashMap<>();

  Fields(Map<String, Object> json, String path) {
    this.rest = new TreeMap<>(json);
    this.path = path;
  }

  /** All that was not asked for up to now, so this must be the last question. */
  UnknownFields unknown() {
    Map<String, Object> all = rest();
    return all.isEmpty()
        ? UnknownFields.NONE
        : new UnknownFields(new String(Json.write(all), StandardCharsets.UTF_8));
  }

  /** An array with unknown parts stands as an object keyed by index. */
  private Map<String, Object> rest() {
    Map<String, Object> all = new TreeMap<>(rest);
    objects.forEach((name, fields) -> putUnlessEmpty(all, name, fields.rest()));
    lists.forEach((name, elements) -> {
      Map<String, Object> byIndex = new TreeMap<>();
      for (int i = 0; i < elements.size(); i++) {
        putUnlessEmpty(byIndex, Integer.toString(i), elements.get(i).rest());
      }
      putUnlessEmpty(all, name, byIndex);
    });
    return all;
  }

  private static void putUnlessEmpty(Map<String, Object> all, String name, Map<String, Object> m) {
    if (!m.isEmpty()) {
      all.put(name, m);
    }
  }

  /** Everything not yet asked for, which thereby counts as asked for. */
  Map<String, Object> takeRest() {
    Map<String, Object> all = new TreeMap<>(rest);
    rest.clear();
    return all;
  }

  String text(String name) throws MalformedRecordException {
    return Values.text(required(name), pathOf(name));
  }

  /** A whole number of 0 and up. */
  long count(String name) throws MalformedRecordException {
    return Values.count(required(name), pathOf(name));
  }

  Instant instant(String name) throws MalformedRecordException {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeParseException e) {
      throw fault(name, "must be an instant such as 2026-11-01T08:00:00Z");
    }
  }

  /** A value, if the field is there. */
  Optional<Object> optionalValue(String name, Values.Form form) throws MalformedRecordException {
    Optional<Object> json = take(name);
    return json.isEmpty() ? json : Optional.of(form.read(json.get(), pathOf(name)));
  }

  /** A list of values, if the field is there. */
  Optional<List<Object>> optionalValues(String name, Values.Form form)
      throws MalformedRecordException {
    return elements(name, form::read);
  }

  <T> T object(String name, Form<T> form) throws MalformedRecordException {
    return optionalObject(name, form).orElseThrow(() -> missing(name));
  }

  <T> List<T> objects(String name, Form<T> form) throws MalformedRecordException {
    return optionalObjects(name, form).orElseThrow(() -> missing(name));
  }

  /** An object, if the field is there. */
  <T> Optional<T> optionalObject(String name, Form<T> form) throws MalformedRecordException {
    Optional<Object> json = take(name);
    if (json.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = new Fields(asObject(json.get(), pathOf(name)), pathOf(name));
    objects.put(name, fields);
    return Optional.of(form.read(fields));
  }

  /** A list of objects, if the field is there. */
  <T> Optional<List<T>> optionalObjects(String name, Form<T> form) throws MalformedRecordException {
    List<Fields> read = new ArrayList<>();
    lists.put(name, read);
    return elements(
        name,
        (json, at) -> {
          Fields fields = new Fields(asObject(json, at), at);
          read.add(fields);
          return form.read(fields);
        });
  }

  private <T> Optional<List<T>> elements(String name, Element<T> element)
      throws MalformedRecordException {
    Optional<Object> json = take(name);
    if (json.isEmpty()) {
      return Optional.empty();
    }
    if (!(json.get() instanceof List<?> array)) {
      throw fault(name, "must be a list");
    }
    List<T> values = new ArrayList<>(array.size());
    for (Object member : array) {
      values.add(element.read(member, pathOf(name) + "[" + values.size() + "]"));
    }
    return Optional.of(values);
  }

  private Optional<Object> take(String name) {
    return Optional.ofNullable(rest.remove(name)).filter(value -> !Json.NULL.equals(value));
  }

  private Object required(String name) throws MalformedRecordException {
    return take(name).orElseThrow(() -> missing(name));
  }

  private MalformedRecordException missing(String name) {
    return fault(name, "is missing");
  }

  MalformedRecordException fault(String name, String fault) {
    return new MalformedRecordException(pathOf(name), fault);
  }

  /** Where the object stands in the record. */
  String path() {
    return path;
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  @SuppressWarnings("unchecked") // Json makes no maps but those with String keys
  private static Map<String, Object> asObject(Object json, String path)
      throws MalformedRecordException {
    if (json instanceof Map<?, ?> object) {
      return (Map<String, Object>) object;
    }
    throw new MalformedRecordException(path, "must be an object");
  }
}
