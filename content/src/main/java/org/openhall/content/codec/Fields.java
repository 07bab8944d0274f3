package org.openhall.content.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
    return Values.text(required(name, take(name)), pathOf(name));
  }

  /** A whole number of 0 and up. */
  long count(String name) throws MalformedRecordException {
    return Values.count(required(name, take(name)), pathOf(name));
  }

  @Nullable Object valueOrNull(String name, Values.Form form) throws MalformedRecordException {
    Object json = take(name);
    return json == null ? null : form.read(json, pathOf(name));
  }

  @Nullable List<Object> valuesOrNull(String name, Values.Form form)
      throws MalformedRecordException {
    return elements(name, form::read);
  }

  <T> T object(String name, Form<T> form) throws MalformedRecordException {
    return required(name, objectOrNull(name, form));
  }

  <T> @Nullable T objectOrNull(String name, Form<T> form) throws MalformedRecordException {
    Object json = take(name);
    if (json == null) {
      return null;
    }
    Fields fields = new Fields(asObject(json, pathOf(name)), pathOf(name));
    objects.put(name, fields);
    return form.read(fields);
  }

  <T> List<T> objects(String name, Form<T> form) throws MalformedRecordException {
    return required(name, objectsOrNull(name, form));
  }

  <T> @Nullable List<T> objectsOrNull(String name, Form<T> form) throws MalformedRecordException {
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

  private <T> @Nullable List<T> elements(String name, Element<T> element)
      throws MalformedRecordException {
    Object json = take(name);
    if (json == null) {
      return null;
    }
    if (!(json instanceof List<?> array)) {
      throw fault(name, "must be a list");
    }
    List<T> values = new ArrayList<>(array.size());
    for (Object member : array) {
      values.add(element.read(member, pathOf(name) + "[" + values.size() + "]"));
    }
    return values;
  }

  private @Nullable Object take(String name) {
    Object value = rest.remove(name);
    return Json.NULL.equals(value) ? null : value;
  }

  private <T> T required(String name, @Nullable T value) throws MalformedRecordException {
    if (value == null) {
      throw fault(name, "is missing");
    }
    return value;
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
