package org.openhall.content.codec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON trees in canonical form: object = sorted map, array = list, string = String, number = {@link
 * Num} with its digits as written, true/false = Boolean, null = {@link #NULL}. Keys sort by UTF-16
 * code unit; no space between tokens; in strings only the quote, the backslash and U+0000–U+001F
 * are escaped; UTF-8. A number keeps its own spelling, so that what this version does not know goes
 * through unchanged.
 */
final class Json {
  /** JSON's null, which a map can hold. */
  static final Object NULL =
      new Object() {
        @Override
        public String toString() {
          return "null";
        }
      };

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(64).maxNumberLength(100).build())
          .build();

  private Json() {}

  /** A number as its digits stand in the JSON text. */
  record Num(String digits) {
    static Num of(long value) {
      return new Num(Long.toString(value));
    }

    /** True for at most 18 digits without fraction and exponent, which a long holds. */
    boolean isWhole() {
      return digits.length() <= 18
          && digits.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    }

    long asLong() {
      return Long.parseLong(digits);
    }
  }

  static Map<String, Object> newObject() {
    return new TreeMap<>();
  }

  /** Reads one JSON object; whatever follows it is an error. */
  static Map<String, Object> readObject(byte[] json) throws MalformedRecordException {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedRecordException("byte 0", "a JSON object must begin here");
      }
      Map<String, Object> object = object(parser, "");
      if (parser.nextToken() != null) {
        throw new MalformedRecordException(position(parser), "text after the end of the object");
      }
      return object;
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      String where = at == null ? "JSON" : "byte " + Math.max(0, at.getByteOffset());
      throw new MalformedRecordException(where, "not JSON: " + e.getOriginalMessage());
    }
  }

  /** Reads JSON that this package wrote before, such as an unknown block. */
  static Map<String, Object> parse(String json) {
    try {
      return readObject(json.getBytes(StandardCharsets.UTF_8));
    } catch (MalformedRecordException e) {
      throw new IllegalArgumentException("unknown parts must be a JSON object: " + json, e);
    }
  }

  private static Map<String, Object> object(JsonParser parser, String path)
      throws MalformedRecordException {
    Map<String, Object> object = newObject();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      String field = path.isEmpty() ? name : path + "." + name;
      checkSurrogates(name, field);
      if (object.put(name, value(parser, field)) != null) {
        throw new MalformedRecordException(field, "stands twice in the same object");
      }
    }
    return object;
  }

  private static List<Object> array(JsonParser parser, String path)
      throws MalformedRecordException {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(parser, path + "[" + list.size() + "]"));
    }
    return list;
  }

  private static Object value(JsonParser parser, String path) throws MalformedRecordException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, path);
      case START_ARRAY -> array(parser, path);
      case VALUE_STRING -> checkSurrogates(parser.getString(), path);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Num(parser.getString());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> NULL;
      default -> throw new MalformedRecordException(position(parser), "ends too early");
    };
  }

  private static String position(JsonParser parser) {
    return "byte " + parser.currentLocation().getByteOffset();
  }

  /** An escaped half of a surrogate pair is legal JSON but no text: it has no UTF-8 form. */
  private static String checkSurrogates(String text, String field) throws MalformedRecordException {
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
        throw new MalformedRecordException(field, "holds half of a surrogate pair");
      }
      i += Character.charCount(character);
    }
    return text;
  }

  /** Canonical bytes of a tree. */
  static byte[] write(Object tree) {
    try {
      StringBuilder text = new StringBuilder(256);
      write(tree, text);
      ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[utf8.remaining()];
      utf8.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a text holds half of a surrogate pair", e);
    }
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    switch (value) {
      case Map<?, ?> object -> writeObject(object, out);
      case List<?> list -> writeArray(list, out);
      case String text -> writeString(text, out);
      case Num number -> out.append(number.digits());
      case null, default -> out.append(value);
    }
  }

  private static void writeObject(Map<?, ?> object, StringBuilder out) {
    char separator = '{';
    for (Map.Entry<?, ?> member : object.entrySet()) {
      out.append(separator);
      writeString((String) member.getKey(), out);
      out.append(':');
      write(member.getValue(), out);
      separator = ',';
    }
    out.append(object.isEmpty() ? "{}" : "}");
  }

  private static void writeArray(List<?> list, StringBuilder out) {
    char separator = '[';
    for (Object element : list) {
      out.append(separator);
      write(element, out);
      separator = ',';
    }
    out.append(list.isEmpty() ? "[]" : "]");
  }

  private static void writeString(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20) {
        out.append("\\u00").append(Character.forDigit(c >> 4, 16));
        out.append(Character.forDigit(c & 15, 16));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
