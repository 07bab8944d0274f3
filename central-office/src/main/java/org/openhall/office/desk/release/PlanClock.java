package org.openhall.office.desk.release;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openhall.repository.metadata.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks whether a planned release is due. */
@Component
final class PlanClock {
  private static final Logger LOG = LoggerFactory.getLogger(PlanClock.class);

  private final PlanRoom room;

  PlanClock(PlanRoom room) {
    this.room = room;
  }

  @Scheduled(fixedDelay = 15, initialDelay = 15, timeUnit = TimeUnit.SECONDS)
  void look() {
    try {
      room.run();
    } catch (IOException | SQLException | RepositoryException e) {
      LOG.error("A planned release could not be published; it is tried again", e);
    }
  }
}
