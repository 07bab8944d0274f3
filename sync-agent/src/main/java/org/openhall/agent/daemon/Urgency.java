package org.openhall.agent.daemon;

import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.openhall.agent.settings.DownloadHours;
import org.openhall.agent.sync.Bulk;
import org.openhall.agent.text.Sentence;

/**
 * What long downloads give way to: the hours that a technician set, and everything that is small
 * and urgent.
 */
final class Urgency implements Bulk {
  private final Optional<DownloadHours> hours;
  private final Clock clock;
  private volatile BooleanSupplier isPressing = () -> false;

  Urgency(Optional<DownloadHours> hours, Clock clock) {
    this.hours = hours;
    this.clock = clock;
  }

  /**
   * Gives way from now on.
   *
   * @param pressing whether something waits
   */
  void giveWayWhen(BooleanSupplier pressing) {
    isPressing = pressing;
  }

  @Override
  public Optional<Stop> stop() {
    if (hours.isPresent() && !hours.get().contain(clock.instant())) {
      return Optional.of(new Stop(Sentence.of("waiting.hours", hours.get()), false));
    }
    return isPressing.getAsBoolean()
        ? Optional.of(new Stop(Sentence.of("waiting.way"), true))
        : Optional.empty();
  }
}
