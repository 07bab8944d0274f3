package org.openhall.link;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON between programs: unknown fields are passed over, absent ones are refused. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
          .build();

  private Json() {}

  /** A record as JSON. */
  public static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** A record from JSON; empty where the bytes are none, or a text of it holds the character 0. */
  public static <T> Optional<T> read(byte[] json, Class<T> type) {
    try {
      return hasNul(json) ? Optional.empty() : Optional.ofNullable(MAPPER.readValue(json, type));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Whether JSON writes the character 0, which no text has and PostgreSQL refuses. */
  public static boolean hasNul(byte[] json) {
    return new String(json, StandardCharsets.ISO_8859_1).contains("\\u0000");
  }

  /** A record as a part of other JSON. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** A record from a part of other JSON; empty where it is none. */
  public static <T> Optional<T> read(JsonNode json, Class<T> type) {
    try {
      return Optional.ofNullable(MAPPER.treeToValue(json, type));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
