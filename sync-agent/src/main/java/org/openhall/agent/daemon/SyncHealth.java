package org.openhall.agent.daemon;

import org.openhall.agent.sync.SyncRun.Finished;
import org.openhall.agent.text.Words;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Health as the last run left it: being offline is no fault of the terminal. */
final class SyncHealth implements HealthIndicator {
  private final SyncLoop loop;
  private final Words words;

  SyncHealth(SyncLoop loop, Words words) {
    this.loop = loop;
    this.words = words;
  }

  @Override
  public Health health() {
    return loop.last().map(this::health).orElseGet(() -> Health.unknown().build());
  }

  private Health health(Finished last) {
    Health.Builder health =
        switch (last.outcome().kind()) {
          case UP_TO_DATE, ACTIVATED, WAITING -> Health.up();
          case OFFLINE, OTHER -> Health.unknown();
          case REFUSED, EXPIRED, LOCKED_OUT, STORAGE_FULL, FAILED -> Health.down();
        };
    last.files().ifPresent(files -> health.withDetail("files", words.say(files.words())));
    return health
        .withDetail("release", last.release())
        .withDetail("outcome", last.outcome().kind())
        .withDetail("detail", words.say(last.outcome().words()))
        .build();
  }
}
