package org.openhall.office.desk.release;

import java.io.IOException;
import java.sql.SQLException;
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
 * publishes; one that doubts the time leaves it to the others, or to a person.
 */
@Component
final class PlanRoom {
  private static final Logger LOG = LoggerFactory.getLogger(PlanRoom.class);

  private final ReleasePress press;
  private final AuditLog log;
  private final PlanTime time;
  private Optional<PlanTime.Reason> said = Optional.empty();

  PlanRoom(ReleasePress press, AuditLog log, PlanTime time) {
    this.press = press;
    this.log = log;
    this.time = time;
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
    } else if (!at.isAfter(time.look().now())) {
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

  /** What time it is, and whether that is doubted. */
  PlanTime.Look time() throws SQLException {
    return time.look();
  }

  /** Somebody says that the time is right. */
  void confirmTime(Person who) throws SQLException {
    time.confirm();
    String now = time.look().now().toString();
    log.add(new Entry(who.id(), Deed.CLOCK_CONFIRMED, "", now));
  }

  /** Publishes what is due; called often. */
  void run() throws IOException, SQLException, RepositoryException {
    PlanTime.Look look = time.look();
    ReleasePlans plans = plans();
    if (plans.due(look.now()).isEmpty()) {
      return;
    }
    if (look.doubt().isPresent()) {
      say(look.doubt().get());
      return;
    }
    said = Optional.empty();
    plans.run(
        press.publisher(),
        press.releases(),
        look.now(),
        (connection, plan, state) -> {
          boolean isOut = state == ReleasePlans.State.PUBLISHED;
          Deed deed = isOut ? Deed.RELEASE_PUBLISHED : Deed.RELEASE_PLAN_FAILED;
          log.add(connection, entry(plan.who(), deed, plan.release(), plan.at()));
        });
  }

  /** Once, not at every look. */
  private void say(PlanTime.Doubt doubt) {
    if (!said.equals(Optional.of(doubt.reason()))) {
      said = Optional.of(doubt.reason());
      LOG.error(
          "A planned release is due and not published here, as the clock is doubted: {}", doubt);
    }
  }

  private static Entry entry(String who, Deed deed, long release, Instant at) {
    return new Entry(who, deed, Long.toString(release), at.toString());
  }
}
