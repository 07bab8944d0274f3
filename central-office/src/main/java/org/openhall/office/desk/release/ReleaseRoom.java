package org.openhall.office.desk.release;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openhall.link.envelope.SealKey;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.Alone;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.database.StaleDays;
import org.openhall.office.database.Turn;
import org.openhall.office.intake.IntakeKeys;
import org.openhall.office.lint.Despite;
import org.openhall.office.lint.Linter;
import org.openhall.office.lint.Review;
import org.openhall.office.people.Person;
import org.openhall.office.publish.PrepareOutcome;
import org.openhall.office.publish.PublishOutcome;
import org.openhall.office.publish.Publisher;
import org.openhall.office.publish.Release;
import org.openhall.office.publish.ReleasePlans;
import org.openhall.office.publish.ReleaseSigners;
import org.openhall.office.publish.ReleaseTable;
import org.openhall.office.publish.SigningDesk;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the pages of releases do, each deed with its entry in the audit log. */
@Component
final class ReleaseRoom {
  private static final Logger LOG = LoggerFactory.getLogger(ReleaseRoom.class);

  private final OfficeDatabase database;
  private final Catalog catalog;
  private final ReleaseTable releases;
  private final RepositoryPublisher repository;
  private final AuditLog log;
  private final Clock clock;
  private final Preparing preparing;

  ReleaseRoom(
      OfficeDatabase database,
      Catalog catalog,
      ReleaseTable releases,
      RepositoryPublisher repository,
      AuditLog log,
      Clock clock,
      Preparing preparing) {
    this.database = database;
    this.catalog = catalog;
    this.releases = releases;
    this.repository = repository;
    this.log = log;
    this.clock = clock;
    this.preparing = preparing;
  }

  SigningDesk desk() {
    return new SigningDesk(releases, repository, press());
  }

  ReleasePlans plans() {
    return new ReleasePlans(database);
  }

  ReleaseSigners signers() {
    return new ReleaseSigners(database);
  }

  List<Release> history() {
    return releases.all();
  }

  private Publisher publisher() {
    return new Publisher(catalog, releases, repository, press());
  }

  private Publisher.Press press() {
    return Publisher.Press.in(
        database.folder(),
        new OfficeName(database).get(),
        (int) new StaleDays(database).get().toDays(),
        new IntakeKeys(database).current().map(SealKey::text).orElse(null),
        clock);
  }

  private Review review(String despite) throws IOException {
    Path folder = database.folder();
    Linter.Desk look =
        new Linter.Desk(
            LocalDate.now(clock), new OfficeName(database).get(), folder.resolve("files"));
    return new Review(look, folder, Optional.of(despite.strip()).filter(why -> !why.isEmpty()));
  }

  /**
   * Begins to pack the catalogue, or the records of a former release, on a thread of its own; false
   * where one is packed already.
   *
   * @param former number of a former release, or empty for the catalogue
   * @param despite why it is to go out with errors, or empty
   */
  boolean prepare(Person who, Optional<Long> former, String despite) {
    if (!preparing.begin()) {
      return false;
    }
    Thread.ofPlatform()
        .name("prepare-release")
        .daemon()
        .start(() -> preparing.end(pack(who, former, despite)));
    return true;
  }

  private Preparing.State pack(Person who, Optional<Long> former, String despite) {
    try {
      Review review = review(despite);
      PrepareOutcome outcome =
          former.isPresent()
              ? publisher().rollBack(former.get(), preparing::packed, Optional.of(review))
              : publisher().prepare(preparing::packed, Optional.of(review));
      if (outcome instanceof PrepareOutcome.Prepared(long number, _)) {
        if (review.reason().isPresent()) {
          new Despite(database.folder(), number)
              .keep(review.reason().get(), ErrorList.lines(review.report()));
        }
        note(
            who.id(),
            former.isPresent() ? Deed.RELEASE_ROLLED_BACK : Deed.RELEASE_PREPARED,
            number,
            former.map(back -> "← " + back + " ").orElse("") + review.reason().orElse(""));
      }
      return new Preparing.Ended(outcome);
    } catch (IOException | SQLException | RepositoryException e) {
      LOG.error("A release could not be prepared", e);
      return new Preparing.Broken(String.valueOf(e.getMessage()));
    }
  }

  /** What came of a signature. */
  enum Signed {
    TAKEN,
    NOTHING_WAITS,
    NOT_OF_THE_ROLE,
    OTHER_RELEASE,
    OUTDATED,
    /** The same person has signed in the other role. */
    SAME_PERSON
  }

  /** Takes what somebody's browser signed. */
  Signed sign(Person who, String role, byte[] statement)
      throws IOException, SQLException, RepositoryException {
    try (Alone _ = database.alone(Turn.RELEASE)) {
      Optional<Long> number = waitingNumber();
      if (number.isEmpty()) {
        return Signed.NOTHING_WAITS;
      }
      boolean signedOther =
          signers().of(number.get()).stream()
              .anyMatch(s -> s.person().equals(who.id()) && !s.role().equals(role));
      if (signedOther) {
        return Signed.SAME_PERSON;
      }
      Signed signed = Signed.valueOf(desk().take(role, statement).name());
      if (signed == Signed.TAKEN) {
        signers().note(number.get(), role, who.id(), clock.instant());
        note(who.id(), Deed.RELEASE_SIGNED, number.get(), role);
      }
      return signed;
    }
  }

  private Optional<Long> waitingNumber() throws IOException, RepositoryException {
    return desk().waiting().isEmpty()
        ? Optional.empty()
        : Optional.of(desk().waiting().get().release().release());
  }

  /** Publishes the release of that number, now; empty where it does not wait any more. */
  Optional<PublishOutcome> publish(Person who, long release)
      throws IOException, SQLException, RepositoryException {
    Optional<PublishOutcome> outcome = publisher().publish(release, clock.instant());
    if (outcome.isPresent() && outcome.get() instanceof PublishOutcome.Published) {
      note(who.id(), Deed.RELEASE_PUBLISHED, release, "");
    }
    return outcome;
  }

  /** What came of a plan. */
  enum Planned {
    PLANNED,
    OTHER_RELEASE,
    TIME_PASSED
  }

  /** Plans the release of that number, if it waits. */
  Planned plan(Person who, long release, Instant at)
      throws IOException, SQLException, RepositoryException {
    if (waitingNumber().filter(number -> number == release).isEmpty()) {
      return Planned.OTHER_RELEASE;
    } else if (!at.isAfter(clock.instant())) {
      return Planned.TIME_PASSED;
    }
    plans().put(release, at, who.id());
    note(who.id(), Deed.RELEASE_PLANNED, release, at.toString());
    return Planned.PLANNED;
  }

  /** Takes the plan back. */
  void cancelPlan(Person who, long release) throws SQLException {
    if (plans().cancel(release)) {
      note(who.id(), Deed.RELEASE_PLAN_CANCELLED, release, "");
    }
  }

  /** Publishes what is due. */
  void runPlans() throws IOException, SQLException, RepositoryException {
    Optional<ReleasePlans.Ran> ran = plans().run(desk(), publisher(), clock.instant());
    if (ran.isPresent()) {
      ReleasePlans.Plan plan = ran.get().plan();
      boolean done = ran.get().outcome() instanceof PublishOutcome.Published;
      note(
          plan.who(),
          done ? Deed.RELEASE_PUBLISHED : Deed.RELEASE_PLAN_FAILED,
          plan.release(),
          plan.at().toString());
    }
  }

  private void note(String who, Deed deed, long release, String words) throws SQLException {
    log.add(new Entry(who, deed, Long.toString(release), words.strip()));
  }
}
