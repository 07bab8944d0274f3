package org.openhall.simulator.smartcard;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A chip that can be put into the slot: a fictional person's social-security card, or another card.
 *
 * @param name by which it is called, e.g. {@code social-3}
 * @param values of its resource file
 */
public record Chip(String name, Map<String, String> values) {

  private static final List<String> NAMES =
      List.of(
          "social-1", "social-2", "social-3", "social-protected", "social-locked", "other-card");

  public Chip {
    values = Map.copyOf(values);
  }

  /** The chips that come with the program, in the order in which they are offered. */
  public static List<Chip> authored() {
    return NAMES.stream().map(Chip::load).toList();
  }

  /** A value of the resource file; empty where it has none. */
  public String value(String key) {
    return values.getOrDefault(key, "");
  }

  /** A resource of the program that is missing is a fault of the build. */
  private static Chip load(String name) {
    try (InputStream in = Chip.class.getResourceAsStream(name + ".properties")) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its resource " + name);
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      Properties properties = new Properties();
      properties.load(reader);
      Map<String, String> values = new HashMap<>();
      properties.forEach((key, value) -> values.put(key.toString(), value.toString()));
      return new Chip(name, values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
