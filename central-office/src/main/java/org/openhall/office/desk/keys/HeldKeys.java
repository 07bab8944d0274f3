package org.openhall.office.desk.keys;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.office.keys.KeyDesk;
import org.openhall.office.keys.KeyRegister;
import org.openhall.office.keys.KeyRole;
import org.openhall.office.people.Person;
import org.openhall.office.people.Role;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.publisher.RepositoryPublisher;

/** The keys that count, as pages say it: whose, and until when what their role signed holds. */
public final class HeldKeys {
  private static final int DIGITS = 12;
  private static final Duration AHEAD = Duration.ofDays(60);

  private final RepositoryPublisher repository;
  private final KeyRegister register;
  private final KeyDesk desk;
  private final Clock clock;

  public HeldKeys(RepositoryPublisher repository, KeyRegister register, Clock clock) {
    this.repository = repository;
    this.register = register;
    this.desk = new KeyDesk(repository, register, clock);
    this.clock = clock;
  }

  /**
   * A key.
   *
   * @param id as in metadata, 64 hex digits
   * @param until day on which what its role signed last runs out; empty where it signed nothing yet
   * @param isSoon whether that is within 60 days
   */
  public record Row(
      String role, String holder, String id, String since, String until, boolean isSoon) {
    /** As much of the id as people are shown. */
    public String shown() {
      return shown(id);
    }

    private static String shown(String id) {
      return id.substring(0, DIGITS);
    }

    private static Row of(KeyDesk.Held held, @Nullable Instant until, Instant soon) {
      return new Row(
          held.role().roleName(),
          held.entry().map(KeyRegister.Entry::holder).orElse(""),
          held.id(),
          held.entry().map(entry -> entry.since().toString()).orElse(""),
          until == null ? "" : OfficeTime.day(until),
          until != null && !held.role().isOnline() && until.isBefore(soon));
    }
  }

  /** Those that count and are asked for. */
  List<Row> rows(Predicate<Row> which) throws IOException, RepositoryException {
    Map<String, Instant> expires = repository.standing().expires();
    Instant soon = clock.instant().plus(AHEAD);
    return desk.held().stream()
        .map(held -> Row.of(held, expires.get(held.role().roleName()), soon))
        .filter(which)
        .toList();
  }

  /** A key that was taken out, on the day of its {@code until}. */
  public record Former(String role, String holder, String id, String since, String until) {
    /** As much of the id as people are shown. */
    public String shown() {
      return Row.shown(id);
    }
  }

  /** Those that counted once, the last taken out first. */
  List<Former> former() {
    return register.all().stream()
        .flatMap(entry -> former(entry).stream())
        .sorted(Comparator.comparing(Former::until).reversed())
        .toList();
  }

  private static Optional<Former> former(KeyRegister.Entry entry) {
    return Optional.ofNullable(entry.until())
        .map(until ->
            new Former(
                entry.role(),
                entry.holder(),
                entry.id(),
                entry.since().toString(),
                until.toString()));
  }

  /** How many roles' signatures run out within 60 days that this person can sign anew. */
  public long runningOut(Person person) throws IOException, RepositoryException {
    Map<String, Instant> expires = repository.standing().expires();
    Instant soon = clock.instant().plus(AHEAD);
    Set<KeyRole> mine =
        person.hasAny(Role.PUBLISHER, Role.SECURITY_ADMINISTRATOR)
            ? Stream.of(KeyRole.values())
                .filter(role -> !role.isOnline())
                .collect(Collectors.toSet())
            : Set.copyOf(roles(person));
    return mine.stream()
        .map(role -> expires.get(role.roleName()))
        .filter(until -> until != null && until.isBefore(soon))
        .count();
  }

  /** The roles of keys that go with a person's roles at the desk. */
  static List<KeyRole> roles(Person person) {
    return Stream.of(KeyRole.EDITORS, KeyRole.REVIEWERS, KeyRole.EMERGENCY)
        .filter(role -> person.hasAny(at(role)))
        .toList();
  }

  private static Role at(KeyRole role) {
    return switch (role) {
      case EDITORS -> Role.EDITOR;
      case REVIEWERS -> Role.REVIEWER;
      default -> Role.EMERGENCY_OFFICER;
    };
  }
}
