package org.openhall.repository.client;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openhall.repository.metadata.RepositoryException;

/**
 * The places that hold the same repository, in the order in which they are asked. A place that is
 * away, lacks a file or sends what the gate refuses costs no more than the next one being asked; it
 * then comes last for a while. One that asks to be left alone is left alone. Trust is no matter of
 * places: whoever sends a file, the same gate judges it. Any thread.
 */
public final class Sources {
  private static final System.Logger LOG = System.getLogger(Sources.class.getName());

  private final List<Place> places;

  private record Place(String name, Fetcher fetcher, Rest rest) {}

  /** One place. */
  public record Source(String name, Fetcher fetcher) {}

  /** What is done with a place. */
  interface Attempt<T> {
    T with(Fetcher fetcher) throws RepositoryException, IOException;
  }

  private Sources(List<Place> places) {
    this.places = List.copyOf(places);
  }

  /** The places in their order, at least one. */
  public static Sources of(List<Source> sources) {
    return of(sources, System::nanoTime);
  }

  static Sources of(List<Source> sources, LongSupplier nanos) {
    return new Sources(
        sources.stream().map(s -> new Place(s.name(), s.fetcher(), new Rest(nanos))).toList());
  }

  /** One place alone. */
  public static Sources only(Fetcher fetcher) {
    return of(List.of(new Source("", fetcher)));
  }

  /** The same places, standing in one of their folders. */
  public Sources in(String folder) {
    return each(fetcher -> fetcher.in(folder));
  }

  /** The same places with something around each. */
  public Sources each(UnaryOperator<Fetcher> around) {
    return new Sources(
        places.stream().map(p -> new Place(p.name, around.apply(p.fetcher), p.rest)).toList());
  }

  /** All of them as one: a file comes from the first that opens it. */
  public Fetcher joined() {
    return new Fetcher() {
      @Override
      public InputStream fetch(String path) throws FetchException {
        return fetch(path, 0);
      }

      @Override
      public InputStream fetch(String path, long offset) throws FetchException {
        try {
          return first(place -> place.fetch(path, offset));
        } catch (FetchException e) {
          throw e;
        } catch (IOException | RepositoryException e) {
          throw new IllegalStateException("opening judges nothing", e);
        }
      }
    };
  }

  /**
   * A place that did not do well when it was last asked.
   *
   * @param why a {@link FetchException} or a {@link RepositoryException}
   */
  public record Troubled(String name, Exception why) {}

  /**
   * The places for which others make up at present, in their order; none where there is but one.
   */
  public List<Troubled> troubled() {
    return places.size() == 1
        ? List.of()
        : places.stream()
            .flatMap(p -> p.rest.trouble().map(why -> new Troubled(p.name, why)).stream())
            .toList();
  }

  /** How long it is until a place may be asked again, 0 unless all want to be left alone. */
  public Duration waitAsked() {
    return places.stream()
        .map(place -> place.rest.waitLeft())
        .min(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** The first place with which it succeeds. */
  <T> T first(Attempt<T> attempt) throws RepositoryException, IOException {
    Troubles troubles = new Troubles();
    for (Place place : inOrder()) {
      Optional<T> done = tried(place, attempt, troubles);
      if (done.isPresent()) {
        return done.get();
      }
    }
    throw troubles.worst();
  }

  /**
   * The same for what need not exist: empty where a place says that it has no such file, and none
   * has one that can be believed.
   */
  <T> Optional<T> firstIfThere(Attempt<T> attempt) throws RepositoryException, IOException {
    Troubles troubles = new Troubles();
    for (Place place : inOrder()) {
      if (troubles.absent == null || !place.rest.isResting()) {
        Optional<T> done = tried(place, attempt, troubles);
        if (done.isPresent()) {
          return done;
        }
      }
    }
    if (troubles.absent != null) {
      return Optional.empty();
    }
    throw troubles.worst();
  }

  /**
   * Asks every place that is not at rest, and those at rest where none of the others answered well:
   * the newest may be anywhere.
   */
  void all(Attempt<Boolean> attempt) throws RepositoryException, IOException {
    Troubles troubles = new Troubles();
    boolean done = false;
    for (Place place : inOrder()) {
      if (!done || !place.rest.isResting()) {
        done |= tried(place, attempt, troubles).isPresent();
      }
    }
    if (!done) {
      throw troubles.worst();
    }
  }

  private <T> Optional<T> tried(Place place, Attempt<T> attempt, Troubles troubles)
      throws IOException {
    Duration wait = place.rest.waitLeft();
    if (wait.isPositive()) {
      troubles.add(place.rest.busy(wait));
      return Optional.empty();
    }
    try {
      T done = attempt.with(place.fetcher);
      place.rest.wellDone();
      return Optional.of(done);
    } catch (FetchException.Stopped e) {
      throw e;
    } catch (FetchException e) {
      troubles.add(e);
      noted(place, e, place.rest.after(e));
    } catch (RepositoryException e) {
      troubles.add(e);
      noted(place, e, place.rest.after(e));
    }
    return Optional.empty();
  }

  /** What another place makes up for would be seen by nobody otherwise. */
  private void noted(Place place, Exception trouble, boolean isNew) {
    if (isNew && places.size() > 1) {
      LOG.log(System.Logger.Level.WARNING, "{0}: {1}", place.name, trouble.getMessage());
    }
  }

  private List<Place> inOrder() {
    List<Place> order = new ArrayList<>(places.stream().filter(p -> !p.rest.isResting()).toList());
    places.stream().filter(p -> p.rest.isResting()).forEach(order::add);
    return order;
  }

  /** The first of each kind: what is no use to anybody tells more than a line that is away. */
  private static final class Troubles {
    private @Nullable RepositoryException refused;
    private @Nullable FetchException away;
    private FetchException.@Nullable NotFound absent;

    void add(RepositoryException trouble) {
      refused = refused == null ? trouble : refused;
    }

    void add(FetchException trouble) {
      if (trouble instanceof FetchException.NotFound notFound) {
        absent = absent == null ? notFound : absent;
      } else {
        away = away == null ? trouble : away;
      }
    }

    FetchException worst() throws RepositoryException {
      if (refused != null) {
        throw refused;
      }
      FetchException met = away != null ? away : absent;
      if (met == null) {
        throw new IllegalStateException("there is no place to ask");
      }
      return met;
    }
  }
}
