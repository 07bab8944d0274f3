package org.openhall.office.desk.release;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.lint.Despite;
import org.openhall.office.lint.Linter;
import org.openhall.office.lint.Review;
import org.openhall.office.people.Person;
import org.openhall.office.publish.PrepareOutcome;
import org.openhall.repository.metadata.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Packs releases, each on a thread of its own, one at a time. */
@Component
final class PackingRoom {
  private static final Logger LOG = LoggerFactory.getLogger(PackingRoom.class);

  private final OfficeDatabase database;
  private final ReleasePress press;
  private final Preparing preparing;
  private final AuditLog log;
  private final Clock clock;

  PackingRoom(
      OfficeDatabase database, ReleasePress press, Preparing preparing, AuditLog log, Clock clock) {
    this.database = database;
    this.press = press;
    this.preparing = preparing;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Begins to pack the catalogue, or the records of a former release; false where one is packed
   * already.
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
              ? press.publisher().rollBack(former.get(), preparing::packed, Optional.of(review))
              : press.publisher().prepare(preparing::packed, Optional.of(review));
      if (outcome instanceof PrepareOutcome.Prepared(long number, _)) {
        note(who, former, number, review);
      }
      return new Preparing.Ended(outcome);
    } catch (IOException | SQLException | RepositoryException e) {
      LOG.error("A release could not be prepared", e);
      return new Preparing.Broken(String.valueOf(e.getMessage()));
    }
  }

  private Review review(String despite) throws IOException {
    Path folder = database.folder();
    Linter.Desk look =
        new Linter.Desk(
            LocalDate.now(clock), new OfficeName(database).get(), folder.resolve("files"));
    return new Review(look, folder, Optional.of(despite.strip()).filter(why -> !why.isEmpty()));
  }

  private void note(Person who, Optional<Long> former, long number, Review review)
      throws IOException, SQLException {
    Optional<String> reason = review.reason();
    if (reason.isPresent()) {
      new Despite(database.folder(), number).keep(reason.get(), ErrorList.lines(review.report()));
    }
    Deed deed = former.isPresent() ? Deed.RELEASE_ROLLED_BACK : Deed.RELEASE_PREPARED;
    String words = former.map(back -> "← " + back + " ").orElse("") + reason.orElse("");
    log.add(new Entry(who.id(), deed, Long.toString(number), words.strip()));
  }
}
