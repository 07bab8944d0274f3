package org.openhall.content;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of every type with every field filled, by reflection over the record components, so
 * that a field added to a record is in the tests at once.
 */
public final class RecordGenerator {
  /** Every type that this version knows. */
  public static final List<Class<? extends ContentRecord>> TYPES =
      List.of(
          DisclosureEntry.class,
          ServiceGuide.class,
          Department.class,
          CatalogNode.class,
          Notice.class,
          StaffMember.class,
          DisclosureGuide.class,
          AnnualReport.class,
          HallMap.class,
          WorkingCalendar.class,
          Synonyms.class,
          Form.class);

  private static final String[] TEXTS = {
    "居民身份证申领", "粤府函〔2019〕100号", "a\"b\\c", "𬭎县𠮷野家", "１２３ ＡＢＣ", "䢺江", "🏛️ 大厅", "é\u200B", ""
  };

  private final Random random;
  private final boolean full;
  private int ids;

  /**
   * A generator.
   *
   * @param full fill every field; otherwise leave nullable ones out now and then
   */
  public RecordGenerator(long seed, boolean full) {
    this.random = new Random(seed);
    this.full = full;
  }

  /** A record of a type. */
  public <T extends ContentRecord> T record(Class<T> type) {
    return type.cast(fill(type));
  }

  /** One record of a type chosen at random. */
  public ContentRecord next() {
    return record(TYPES.get(random.nextInt(TYPES.size())));
  }

  private Object fill(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] parameters = new Class<?>[components.length];
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      parameters[i] = components[i].getType();
      values[i] = component(components[i]);
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(parameters);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a record without its constructor", e);
    }
  }

  private @Nullable Object component(RecordComponent component) {
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (nullable && !full && random.nextBoolean()) {
      return null;
    }
    if (component.getName().equals("id")) {
      return "r-" + ids++;
    }
    if (component.getName().equals("sha256")) {
      return String.format("%064x", random.nextLong());
    }
    return value(component.getGenericType());
  }

  /** A block of any kind but those of later versions. */
  private Object block() {
    Class<?>[] kinds = Block.class.getPermittedSubclasses();
    Class<?> kind = kinds[random.nextInt(kinds.length)];
    return kind.equals(Block.UnknownBlock.class) ? new Block.Paragraph("段落") : fill(kind);
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType list) {
      List<Object> values = new ArrayList<>();
      for (int i = full ? 2 : random.nextInt(3); i > 0; i--) {
        values.add(value(list.getActualTypeArguments()[0]));
      }
      return values;
    }
    return value((Class<?>) type);
  }

  private Object value(Class<?> type) {
    if (type.equals(String.class)) {
      return TEXTS[random.nextInt(TEXTS.length)] + random.nextInt(1000);
    } else if (type.equals(int.class) || type.equals(Integer.class)) {
      return 1 + random.nextInt(4);
    } else if (type.equals(long.class) || type.equals(Long.class)) {
      return (long) random.nextInt(100_000);
    } else if (type.equals(double.class)) {
      return random.nextInt(400) / 8.0;
    } else if (type.equals(boolean.class) || type.equals(Boolean.class)) {
      return full || random.nextBoolean();
    } else if (type.equals(LocalDate.class)) {
      return LocalDate.of(2000 + random.nextInt(27), 1 + random.nextInt(12), 1);
    } else if (type.equals(UnknownFields.class)) {
      return UnknownFields.NONE;
    } else if (type.equals(Block.class)) {
      return block();
    } else if (type.isEnum()) {
      return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }
    return fill(type);
  }
}
