package org.openhall.office.desk.release;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.Alone;
import org.openhall.office.database.Turn;
import org.openhall.office.people.Person;
import org.openhall.office.publish.PublishOutcome;
import org.openhall.office.publish.Publisher;
import org.openhall.office.publish.Release;
import org.openhall.office.publish.ReleasePlans;
import org.openhall.office.publish.ReleaseSigners;
import org.openhall.office.publish.SigningDesk;
import org.openhall.office.publish.Waiting;
import org.openhall.repository.metadata.RepositoryException;
import org.springframework.stereotype.Component;

/** The release that waits: who signs it, and who lays it out; each deed with its audit entry. */
@Component
final class ReleaseRoom {
  private final ReleasePress press;
  private final AuditLog log;

  ReleaseRoom(ReleasePress press, AuditLog log) {
    this.press = press;
    this.log = log;
  }

  SigningDesk desk() {
    return press.desk();
  }

  ReleaseSigners signers() {
    return new ReleaseSigners(press.database());
  }

  List<Release> history() {
    return press.releases().all();
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
    try (Alone _ = press.database().alone(Turn.RELEASE)) {
      Optional<Long> number = waitingNumber();
      if (number.isEmpty()) {
        return Signed.NOTHING_WAITS;
      } else if (signers().of(number.get()).stream()
          .anyMatch(s -> s.person().equals(who.id()) && !s.role().equals(role))) {
        return Signed.SAME_PERSON;
      }
      Signed signed = Signed.valueOf(desk().take(role, statement).name());
      if (signed == Signed.TAKEN) {
        signers().note(number.get(), role, who.id(), press.clock().instant());
        log.add(new Entry(who.id(), Deed.RELEASE_SIGNED, number.get().toString(), role));
      }
      return signed;
    }
  }

  /** The number of the release that waits, if one does. */
  Optional<Long> waitingNumber() throws IOException, RepositoryException {
    Optional<Waiting> waiting = desk().waiting();
    return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.get().release().release());
  }

  /** Publishes the release of that number, now; empty where it does not wait any more. */
  Optional<PublishOutcome> publish(Person who, long release)
      throws IOException, SQLException, RepositoryException {
    Entry entry = new Entry(who.id(), Deed.RELEASE_PUBLISHED, Long.toString(release), "");
    Publisher.Wish wish =
        new Publisher.Wish() {
          @Override
          public boolean holds() {
            return true;
          }

          @Override
          public void cameTo(PublishOutcome outcome) throws SQLException {
            if (outcome instanceof PublishOutcome.Published) {
              new ReleasePlans(press.database()).published(release, deed -> log.add(deed, entry));
            }
          }
        };
    return press.publisher().publish(release, wish, press.clock().instant());
  }
}
