package org.openhall.office.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.openhall.office.audit.AuditTrail;
import org.openhall.office.audit.Deed;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.fleet.Fleet;
import org.openhall.office.fleet.FleetTerminal;
import org.openhall.office.people.Listed;
import org.openhall.office.people.People;
import org.openhall.office.people.Person;
import org.openhall.office.people.Role;
import org.openhall.office.proposal.Proposal;
import org.openhall.office.proposal.ProposalReader;
import org.openhall.office.proposal.Proposals;

/** What waits for somebody, by their roles. */
final class Waiting {
  /** Beyond it a page says 99 and more. */
  private static final int MOST = 100;

  private static final Duration LATELY = Duration.ofDays(1);

  private final ProposalReader proposals;
  private final Fleet fleet;
  private final People people;
  private final AuditTrail trail;
  private final Clock clock;

  Waiting(Proposals proposals, Fleet fleet, People people, OfficeDatabase database, Clock clock) {
    this.proposals = proposals.reader();
    this.fleet = fleet;
    this.people = people;
    this.trail = new AuditTrail(database);
    this.clock = clock;
  }

  /**
   * Something that waits.
   *
   * @param key of its words, after {@code home.}
   * @param count how much of it, 1 to 100
   * @param link where it is done
   */
  public record Line(String key, long count, String link) {}

  /** What waits for this person; what there is none of is left out. */
  List<Line> of(Person person) {
    List<Line> lines = new ArrayList<>();
    if (person.hasAny(Role.EDITOR)) {
      add(lines, "returned", mine(person, Proposal.State.RETURNED), "/desk/review?show=mine");
      add(lines, "drafts", mine(person, Proposal.State.OPEN), "/desk/review?show=mine");
    }
    if (person.hasAny(Role.REVIEWER)) {
      add(lines, "to-review", submittedByOthers(person), "/desk/review?show=waiting");
    }
    if (DeskRules.lets(person, "/desk/fleet")) {
      long alarms = fleet.all().stream().filter(FleetTerminal::hasNewAlarm).count();
      add(lines, "alarms", alarms, "/desk/fleet?state=ALARM");
    }
    if (person.hasAny(Role.SYSTEM_ADMINISTRATOR)) {
      add(lines, "not-yet", count(one -> !one.hasSignedIn()), "/desk/people");
    }
    if (person.hasAny(Role.SECURITY_ADMINISTRATOR)) {
      add(lines, "without-role", count(one -> one.person().roles().isEmpty()), "/desk/people");
    }
    if (person.hasAny(Role.AUDIT_ADMINISTRATOR)) {
      add(lines, "failed", failedLately(), "/desk/audit?deed=" + Deed.SIGN_IN_FAILED);
    }
    return lines;
  }

  static void add(List<Line> lines, String key, long count, String link) {
    if (count > 0) {
      lines.add(new Line(key, Math.min(count, MOST), link));
    }
  }

  private long mine(Person person, Proposal.State state) {
    return proposals.of(person.id(), Long.MAX_VALUE, MOST).stream()
        .filter(proposal -> proposal.state() == state)
        .count();
  }

  private long submittedByOthers(Person person) {
    return proposals.inState(Proposal.State.SUBMITTED, Long.MAX_VALUE, MOST).stream()
        .filter(proposal -> !proposal.author().equals(person.id()))
        .count();
  }

  private long count(Predicate<Listed> which) {
    return people.all().stream().filter(one -> one.disabledAt() == null).filter(which).count();
  }

  private long failedLately() {
    String from = clock.instant().minus(LATELY).toString();
    return trail
        .list(new AuditTrail.Filter("", Deed.SIGN_IN_FAILED.name(), "", from, 0), MOST)
        .size();
  }
}
