package org.openhall.office.web;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes over what others published into the bucket, so that this machine serves and pushes it. A
 * bucket that cannot be reached stops neither: what is here is served on.
 */
@Component
class RepositoryFollowing {
  private static final Logger LOG = LoggerFactory.getLogger(RepositoryFollowing.class);
  private static final int SECONDS = 2;

  private final OfficeParts parts;
  private boolean isFailing;

  RepositoryFollowing(OfficeParts parts) {
    this.parts = parts;
  }

  @Scheduled(fixedDelay = SECONDS, timeUnit = TimeUnit.SECONDS)
  void follow() {
    try {
      parts.repository().follow();
      if (isFailing) {
        LOG.info("The bucket answers again");
      }
      isFailing = false;
    } catch (IOException e) {
      if (!isFailing) {
        LOG.warn("What is here is served on: {}", e.getMessage());
      }
      isFailing = true;
    }
  }
}
