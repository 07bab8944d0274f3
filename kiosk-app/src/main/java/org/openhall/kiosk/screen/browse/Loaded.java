package org.openhall.kiosk.screen.browse;

import java.util.Optional;
import java.util.function.Function;
import org.openhall.content.codec.EmergencyList;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.ContentQuery;

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

  /** The office has taken it back. */
  record Withdrawn<T>(EmergencyList.Withdrawal withdrawal) implements Loaded<T> {}

  /** This terminal has no content yet. */
  record NoContent<T>() implements Loaded<T> {}

  /** It is damaged on this terminal and is not shown. */
  record Damaged<T>() implements Loaded<T> {}

  /** What it is called, once it is here; empty before. */
  default String title(Function<T, String> called) {
    return this instanceof Shown<T>(T value) ? called.apply(value) : "";
  }

  /** Asks for one record's page; what was taken back says so. */
  static <T> ContentQuery<Loaded<T>> asking(String id, ContentQuery<Optional<T>> question) {
    return snapshot -> {
      Optional<T> found = question.ask(snapshot);
      return found
          .<Loaded<T>>map(Shown::new)
          .or(() -> snapshot.withdrawal(id).map(Withdrawn::new))
          .orElseGet(Missing::new);
    };
  }

  /** How it stands once {@link #asking} was answered. */
  static <T> Loaded<T> answered(Answer<Loaded<T>> answer) {
    return switch (answer) {
      case Answer.Given<Loaded<T>>(Loaded<T> loaded) -> loaded;
      case Answer.NoContent<Loaded<T>> _ -> new NoContent<>();
      case Answer.Damaged<Loaded<T>> _ -> new Damaged<>();
    };
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
