package org.openhall.office.desk.release;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openhall.repository.metadata.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every second whether a planned release is due. */
@Component
final class PlanClock {
  private static final Logger LOG = LoggerFactory.getLogger(PlanClock.class);

  /** What could not be published is not tried again at every look. */
  private static final int LOOKS_OF_REST = 15;

  private final PlanRoom room;
  private int rest;

  PlanClock(PlanRoom room) {
    this.room = room;
  }

  @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.SECONDS)
  void look() {
    if (rest > 0) {
      rest--;
      return;
    }
    try {
      room.run();
    } catch (IOException | SQLException | RepositoryException e) {
      rest = LOOKS_OF_REST;
      LOG.error("A planned release could not be published; it is tried again", e);
    }
  }
}
