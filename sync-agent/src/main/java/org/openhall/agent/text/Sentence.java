package org.openhall.agent.text;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to say, in no language yet.
 *
 * @param key of the message bundle
 * @param arguments what its placeholders stand for, never anything of a person
 */
public record Sentence(String key, List<String> arguments) {

  public Sentence {
    arguments = List.copyOf(arguments);
  }

  public static Sentence of(String key, @Nullable Object... arguments) {
    return new Sentence(key, Arrays.stream(arguments).map(String::valueOf).toList());
  }
}
