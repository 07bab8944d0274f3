package org.openhall.office.desk.release;

import java.time.Clock;
import org.openhall.link.envelope.SealKey;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.database.StaleDays;
import org.openhall.office.intake.IntakeKeys;
import org.openhall.office.publish.Publisher;
import org.openhall.office.publish.ReleaseTable;
import org.openhall.office.publish.SigningDesk;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.springframework.stereotype.Component;

/** What releases are made with here; name, days and intake key as they are at the time. */
@Component
record ReleasePress(
    OfficeDatabase database,
    Catalog catalog,
    ReleaseTable releases,
    RepositoryPublisher repository,
    Clock clock) {

  SigningDesk desk() {
    return new SigningDesk(releases, repository, press());
  }

  Publisher publisher() {
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
}
