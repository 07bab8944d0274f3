package org.openhall.office.web;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes events and counts past their time, soon after the start and every day. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EventTidying {
  private static final Logger LOG = LoggerFactory.getLogger(EventTidying.class);

  private final OfficeParts parts;

  EventTidying(OfficeParts parts) {
    this.parts = parts;
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.DAYS)
  void tidy() {
    try {
      long deleted = parts.retention().deleteOldOnceADay();
      if (deleted > 0) {
        LOG.info("{} old events and counts were deleted", deleted);
      }
    } catch (SQLException e) {
      LOG.error("Old events could not be deleted; it is tried again tomorrow", e);
    }
  }
}
