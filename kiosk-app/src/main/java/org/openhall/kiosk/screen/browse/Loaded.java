package org.openhall.kiosk.screen.browse;

import java.util.Optional;
import java.util.function.Function;
import org.openhall.kiosk.shell.Answer;

/**
 * How the one thing that a page is about stands.
 *
 * @param <T> the thing
 */
public sealed interface Loaded<T> {

  /** It has been asked for. */
  record Loading<T>() implements Loaded<T> {}

  /** It is here. */
  record Shown<T>(T value) implements Loaded<T> {}

  /** The published content does not have it, or no longer. */
  record Missing<T>() implements Loaded<T> {}

  /** This terminal has no content yet. */
  record NoContent<T>() implements Loaded<T> {}

  /** It is damaged on this terminal and is not shown. */
  record Damaged<T>() implements Loaded<T> {}

  /** What it is called, once it is here; empty before. */
  default String title(Function<T, String> called) {
    return this instanceof Shown<T>(T value) ? called.apply(value) : "";
  }

  /** How it stands once the content has answered. */
  static <T> Loaded<T> of(Answer<Optional<T>> answer) {
    return switch (answer) {
      case Answer.Given<Optional<T>>(Optional<T> value) ->
          value.<Loaded<T>>map(Shown::new).orElseGet(Missing::new);
      case Answer.NoContent<Optional<T>> _ -> new NoContent<>();
      case Answer.Damaged<Optional<T>> _ -> new Damaged<>();
    };
  }
}
