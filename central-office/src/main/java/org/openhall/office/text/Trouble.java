package org.openhall.office.text;

import java.util.List;

/**
 * Something a person has to put right: the key of a sentence that says what is wrong, where, and
 * the next step.
 *
 * @param key key in the message bundles, beginning with {@code trouble.}
 * @param arguments values for the sentence, in its order
 */
public record Trouble(String key, List<Object> arguments) {
  public Trouble {
    arguments = List.copyOf(arguments);
  }

  /** A trouble with the values of its sentence. */
  public static Trouble of(String key, Object... arguments) {
    return new Trouble(key, List.of(arguments));
  }
}
