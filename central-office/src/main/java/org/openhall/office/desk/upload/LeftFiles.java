package org.openhall.office.desk.upload;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.upload.DraftFiles;
import org.openhall.office.upload.Uploads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes files that nobody came back to, soon after the start and every day. */
final class LeftFiles {
  /** How long a file waits for somebody to go on with it. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final Duration REQUEST = Duration.ofDays(1);
  private static final Logger LOG = LoggerFactory.getLogger(LeftFiles.class);

  private final Uploads uploads;
  private final DraftFiles files;
  private final Proposals proposals;
  private final AuditLog log;
  private final Clock clock;

  LeftFiles(Uploads uploads, DraftFiles files, Proposals proposals, AuditLog log, Clock clock) {
    this.uploads = uploads;
    this.files = files;
    this.proposals = proposals;
    this.log = log;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.DAYS)
  void tidy() {
    Instant now = clock.instant();
    try {
      proposals.abandon(now.minus(REQUEST));
      int dropped = uploads.tidy(now.minus(KEPT));
      note(Deed.UPLOADS_TIDIED, dropped);
      note(Deed.FILES_TIDIED, files.tidy(now.minus(REQUEST)));
    } catch (IOException | SQLException e) {
      LOG.error("Files left behind could not be deleted; it is tried again tomorrow", e);
    }
  }

  private void note(Deed deed, int dropped) throws SQLException {
    if (dropped > 0) {
      log.add(new Entry(Entry.OFFICE, deed, "", Integer.toString(dropped)));
    }
  }
}
