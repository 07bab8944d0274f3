package org.openhall.office.desk.emergency;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.content.codec.EmergencyList;
import org.openhall.content.codec.EmergencyList.Alert;
import org.openhall.content.codec.EmergencyList.Withdrawal;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.people.Person;
import org.openhall.office.publish.EmergencyDesk;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.springframework.stereotype.Component;

/** What the pages of emergencies do, each deed with its entry in the audit log. */
@Component
final class EmergencyRoom {
  private final OfficeDatabase database;
  private final Catalog catalog;
  private final RepositoryPublisher repository;
  private final AuditLog log;
  private final Clock clock;

  EmergencyRoom(
      OfficeDatabase database,
      Catalog catalog,
      RepositoryPublisher repository,
      AuditLog log,
      Clock clock) {
    this.database = database;
    this.catalog = catalog;
    this.repository = repository;
    this.log = log;
    this.clock = clock;
  }

  EmergencyDesk desk() {
    return new EmergencyDesk(database, repository, database.folder().resolve("tmp"), clock);
  }

  /** The notices that are on the screens. */
  List<Alert> shown() throws IOException, RepositoryException {
    Instant now = clock.instant();
    return desk().present().alerts().stream().filter(a -> a.until().isAfter(now)).toList();
  }

  List<Withdrawal> withdrawn() throws IOException, RepositoryException {
    return desk().present().withdrawals();
  }

  /** What a record is called, if the catalogue has it. */
  Optional<String> name(String id) {
    return catalog.names().of(id);
  }

  /** The revision of a record, if the catalogue has it. */
  OptionalInt revision(String id) throws SQLException {
    return catalog.revision(id);
  }

  /** Takes a list that a browser signed; what was done is read from the lists themselves. */
  EmergencyDesk.Outcome take(Person who, byte[] list, byte[] statement)
      throws IOException, SQLException, RepositoryException {
    EmergencyList before = desk().present();
    EmergencyDesk.Outcome outcome = desk().take(list, statement);
    if (outcome == EmergencyDesk.Outcome.PUBLISHED) {
      note(who, before, read(list));
    }
    return outcome;
  }

  private static EmergencyList read(byte[] list) {
    try {
      return EmergencyList.fromJson(list);
    } catch (MalformedManifestException e) {
      throw new IllegalStateException("it was published", e);
    }
  }

  private void note(Person who, EmergencyList before, EmergencyList now) throws SQLException {
    Set<String> earlier = before.alerts().stream().map(Alert::id).collect(Collectors.toSet());
    Set<String> later = now.alerts().stream().map(Alert::id).collect(Collectors.toSet());
    for (Alert alert : now.alerts()) {
      if (!earlier.contains(alert.id())) {
        log.add(new Entry(who.id(), Deed.EMERGENCY_SHOWN, alert.id(), alert.title()));
      }
    }
    for (Alert alert : before.alerts()) {
      if (!later.contains(alert.id()) && alert.until().isAfter(clock.instant())) {
        log.add(new Entry(who.id(), Deed.EMERGENCY_ENDED, alert.id(), alert.title()));
      }
    }
    for (Withdrawal withdrawal : now.withdrawals()) {
      if (!before.withdrawals().contains(withdrawal)) {
        log.add(new Entry(who.id(), Deed.WITHDRAWN, withdrawal.id(), withdrawal.why()));
      }
    }
  }

  /** Gives a withdrawn record the revision with which the next release brings it back. */
  EmergencyDesk.Undone undo(Person who, String id)
      throws IOException, SQLException, RepositoryException {
    EmergencyDesk.Undone undone = desk().undo(id, catalog);
    if (undone instanceof EmergencyDesk.Undone.Revised) {
      log.add(new Entry(who.id(), Deed.WITHDRAWAL_UNDONE, id, ""));
    }
    return undone;
  }
}
