package org.openhall.office.desk.release;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.people.Person;
import org.openhall.office.publish.ReleasePlans;
import org.openhall.repository.metadata.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Releases at a time of their own. Of several servers of one office whichever finds a plan due
 * publishes; the clock of their database judges, and one whose own clock is another leaves it to
 * the others: what it signs would be dated wrongly.
 */
@Component
final class PlanRoom {
  /** A clock that is kept right is never so far off. */
  private static final Duration TOLERATED = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(PlanRoom.class);

  private final ReleasePress press;
  private final AuditLog log;

  PlanRoom(ReleasePress press, AuditLog log) {
    this.press = press;
    this.log = log;
  }

  ReleasePlans plans() {
    return new ReleasePlans(press.database());
  }

  /** What came of a plan. */
  enum Planned {
    PLANNED,
    OTHER_RELEASE,
    TIME_PASSED
  }

  /**
   * Plans a release, if it waits.
   *
   * @param waiting number of the one that does
   */
  Planned plan(Person who, long release, Optional<Long> waiting, Instant at) throws SQLException {
    if (waiting.filter(number -> number == release).isEmpty()) {
      return Planned.OTHER_RELEASE;
    } else if (!at.isAfter(press.clock().instant())) {
      return Planned.TIME_PASSED;
    }
    plans().put(release, at, who.id());
    log.add(entry(who.id(), Deed.RELEASE_PLANNED, release, at));
    return Planned.PLANNED;
  }

  /** Takes the plan back. */
  void cancel(Person who, long release) throws SQLException {
    if (plans().cancel(release)) {
      log.add(new Entry(who.id(), Deed.RELEASE_PLAN_CANCELLED, Long.toString(release), ""));
    }
  }

  /** How far this server's clock is ahead of the database's, where that is too far. */
  Optional<Duration> wrongBy() throws SQLException {
    return press
        .database()
        .time()
        .map(judge -> Duration.between(judge, press.clock().instant()))
        .filter(ahead -> ahead.abs().compareTo(TOLERATED) > 0);
  }

  /** Publishes what is due. */
  void run() throws IOException, SQLException, RepositoryException {
    Instant now = press.database().time().orElseGet(press.clock()::instant);
    ReleasePlans plans = plans();
    if (plans.due(now).isEmpty()) {
      return;
    }
    Optional<Duration> wrong = wrongBy();
    if (wrong.isPresent()) {
      LOG.error(
          "A planned release is due and left to other servers: this clock is off by {}", wrong);
      return;
    }
    plans.run(
        press.publisher(),
        press.releases(),
        now,
        (connection, plan, state) -> {
          boolean isOut = state == ReleasePlans.State.PUBLISHED;
          Deed deed = isOut ? Deed.RELEASE_PUBLISHED : Deed.RELEASE_PLAN_FAILED;
          log.add(connection, entry(plan.who(), deed, plan.release(), plan.at()));
        });
  }

  private static Entry entry(String who, Deed deed, long release, Instant at) {
    return new Entry(who, deed, Long.toString(release), at.toString());
  }
}
