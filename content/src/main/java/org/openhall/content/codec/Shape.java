package org.openhall.content.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Block;
import org.openhall.content.RecordHeader;
import org.openhall.content.UnknownFields;

/**
 * The JSON form of a record class, taken from its components: each is a member under its own name.
 * What may be null is left out when it is; so are an empty list that may not be null, and false.
 * {@link org.openhall.content.JsonForm} names the exceptions.
 */
final class Shape {
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return new Shape(type);
        }
      };

  /**
   * A component.
   *
   * @param type its class, or that of its elements if it is a list
   */
  private record Part(
      String name, Class<?> type, boolean isList, boolean isNullable, Method accessor) {
    static Part of(RecordComponent component) {
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      Class<?> type = component.getType();
      boolean isList = component.getGenericType() instanceof ParameterizedType;
      if (component.getGenericType() instanceof ParameterizedType list) {
        type = (Class<?>) list.getActualTypeArguments()[0];
      }
      return new Part(component.getName(), type, isList, nullable, component.getAccessor());
    }

    /** Its value, if its kind of object is read field by field. */
    boolean isObject() {
      return type.equals(Block.class) || (type.isRecord() && !Values.isArray(type));
    }
  }

  private final Constructor<?> constructor;
  private final List<Part> parts;

  private Shape(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has this constructor", e);
    }
    parts = Arrays.stream(components).map(Part::of).toList();
  }

  /** The shape of a record class. */
  static Shape of(Class<?> type) {
    return SHAPES.get(type);
  }

  /** Reads a record of the class. */
  static <T> T read(Class<T> type, Fields f) throws MalformedRecordException {
    return type.cast(of(type).read(f));
  }

  private Object read(Fields f) throws MalformedRecordException {
    List<@Nullable Object> values = new ArrayList<>(parts.size());
    for (Part part : parts) {
      values.add(value(part, f));
    }
    return make(values, f.path());
  }

  /** Makes the record; what its constructor refuses is a fault of the JSON. */
  Object make(List<@Nullable Object> values, String path) throws MalformedRecordException {
    try {
      return constructor.newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw new MalformedRecordException(path, String.valueOf(refused.getMessage()));
      }
      throw new IllegalStateException("a record's constructor failed", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("our records are public", e);
    }
  }

  private static @Nullable Object value(Part part, Fields f) throws MalformedRecordException {
    if (part.type().equals(UnknownFields.class)) {
      return f.unknown();
    } else if (Values.isInline(part.type())) {
      return of(part.type()).read(f);
    }
    Optional<?> value = given(part, f);
    return value.isEmpty() && !part.isNullable() ? defaultOf(part, f) : value.orElse(null);
  }

  private static Optional<?> given(Part part, Fields f) throws MalformedRecordException {
    if (part.isObject()) {
      return part.isList()
          ? f.optionalObjects(part.name(), formOf(part.type()))
          : f.optionalObject(part.name(), formOf(part.type()));
    }
    Values.Form form = Values.of(part.type());
    return part.isList() ? f.optionalValues(part.name(), form) : f.optionalValue(part.name(), form);
  }

  private static Object defaultOf(Part part, Fields f) throws MalformedRecordException {
    if (part.isList()) {
      return List.of();
    } else if (part.type().equals(boolean.class)) {
      return false;
    }
    throw f.fault(part.name(), "is missing");
  }

  private static Fields.Form<Object> formOf(Class<?> type) {
    if (type.equals(Block.class)) {
      return BlockForm::read;
    } else if (type.equals(Block.Cell.class)) {
      return BlockForm::readCell;
    }
    return type.equals(RecordHeader.class) ? HeaderForm::read : of(type)::read;
  }

  /** The members of a record. */
  static Members write(Record record) {
    Members members = new Members();
    for (Part part : of(record.getClass()).parts) {
      Object value = get(part, record);
      if (value instanceof Record inner && Values.isInline(inner.getClass())) {
        write(inner).json().forEach(members::put);
      } else if (value != null && !isLeftOut(part, value)) {
        members.with(part.name(), value);
      }
    }
    return members;
  }

  /** The components of a record that is written as an array. */
  static List<Object> array(Record record) {
    List<Object> values = new ArrayList<>();
    for (Part part : of(record.getClass()).parts) {
      Object value = get(part, record);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private static boolean isLeftOut(Part part, Object value) {
    return value instanceof UnknownFields
        || (!part.isNullable() && (value.equals(false) || value.equals(List.of())));
  }

  private static @Nullable Object get(Part part, Record record) {
    try {
      return part.accessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the accessors of our records are public", e);
    }
  }
}
