package org.openhall.agent.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openhall.content.codec.ReleaseManifest;

/**
 * Remembers a release whose packs have the hashes that are signed and yet do not make it. The same
 * bytes will not do at the next run either, and building takes a terminal minutes; it is tried
 * again every hour only, as this terminal's own disk or memory may have been to blame.
 */
final class SpoiledRelease {
  private static final Duration AGAIN = Duration.ofHours(1);

  private final Clock clock;
  private Optional<Known> known = Optional.empty();

  private record Known(ReleaseManifest release, SyncOutcome outcome, Instant since) {}

  SpoiledRelease(Clock clock) {
    this.clock = clock;
  }

  void note(ReleaseManifest release, SyncOutcome outcome) {
    known = Optional.of(new Known(release, outcome, clock.instant()));
  }

  /** How it ended with this release; empty where that is not known or was too long ago. */
  Optional<SyncOutcome> known(ReleaseManifest release) {
    return known
        .filter(it -> it.release().equals(release))
        .filter(it -> Duration.between(it.since(), clock.instant()).abs().compareTo(AGAIN) < 0)
        .map(Known::outcome);
  }
}
