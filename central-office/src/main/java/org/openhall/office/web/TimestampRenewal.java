package org.openhall.office.web;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openhall.office.database.Alone;
import org.openhall.office.database.Turn;
import org.openhall.repository.metadata.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Signs a fresh timestamp at the start and every day, so that terminals can tell a quiet office
 * from a line that someone holds back.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TimestampRenewal {
  private static final Logger LOG = LoggerFactory.getLogger(TimestampRenewal.class);

  private final OfficeParts parts;

  TimestampRenewal(OfficeParts parts) {
    this.parts = parts;
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.DAYS)
  void renew() {
    try (Alone _ = parts.database().alone(Turn.REPOSITORY)) {
      parts.repository().renewTimestamp();
    } catch (IOException | RepositoryException e) {
      LOG.error("The timestamp could not be renewed; terminals refuse it after 30 days", e);
    }
  }
}
