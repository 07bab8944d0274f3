package org.openhall.office.desk.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openhall.content.ContentRecord;
import org.openhall.content.JsonForm;
import org.openhall.content.UnknownFields;

/** Who signs reads every field of every record in words. */
class SigningWordsTest {
  /** They stand beside nothing: what is in them says it. */
  private static final Set<String> SILENT = Set.of("header", "text", "unknown", "json");

  private final Set<String> names = new TreeSet<>(List.of("type"));
  private final Set<Class<?>> seen = new HashSet<>();

  private void walk(Type type) {
    if (type instanceof ParameterizedType many) {
      List.of(many.getActualTypeArguments()).forEach(this::walk);
    } else if (type instanceof Class<?> one && isOurs(one) && seen.add(one)) {
      if (one.isSealed()) {
        List.of(one.getPermittedSubclasses()).forEach(this::walk);
      }
      if (one.isRecord()) {
        for (RecordComponent component : one.getRecordComponents()) {
          walk(component.getGenericType());
          if (!isWithoutName(one, component)) {
            names.add(component.getName());
          }
        }
      }
    }
  }

  /** Members of what is written as an array, or among the members of what holds it. */
  private static boolean isWithoutName(Class<?> holder, RecordComponent component) {
    return isOf(holder, JsonForm.Kind.ARRAY) || isOf(component.getType(), JsonForm.Kind.INLINE);
  }

  private static boolean isOf(Class<?> type, JsonForm.Kind kind) {
    JsonForm form = type.getAnnotation(JsonForm.class);
    return form != null && form.value() == kind;
  }

  private static boolean isOurs(Class<?> one) {
    return one.getPackage() == ContentRecord.class.getPackage() && one != UnknownFields.class;
  }

  @Test
  void everyFieldOfEveryRecordHasAName() {
    walk(ContentRecord.class);
    for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      Map<String, String> words = SigningPage.words(locale);
      Set<String> without = new TreeSet<>(names);
      without.removeIf(name ->
          SILENT.contains(name)
              || words.keySet().stream()
                  .anyMatch(key -> key.startsWith("field.") && key.endsWith("." + name)));
      assertEquals(Set.of(), without, locale::toString);
    }
  }
}
