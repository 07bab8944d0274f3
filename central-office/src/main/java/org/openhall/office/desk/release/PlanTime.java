package org.openhall.office.desk.release;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openhall.office.database.OfficeDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What time it is for plans: the clock of the database's server, else this machine's. It is doubted
 * where the two differ, and where the time went on otherwise than a clock that nobody sets: a
 * release that goes out too late does less harm than one that goes out too early.
 */
@Component
final class PlanTime {
  /** A clock that is kept right is never so far off. */
  private static final Duration TOLERATED = Duration.ofMinutes(1);

  private final OfficeDatabase database;
  private final Clock clock;
  private final LongSupplier nanos;
  private @Nullable Mark last;

  @Autowired
  PlanTime(OfficeDatabase database, Clock clock) {
    this(database, clock, System::nanoTime);
  }

  /**
   * @param nanos a clock that nobody sets, such as {@link System#nanoTime}
   */
  PlanTime(OfficeDatabase database, Clock clock, LongSupplier nanos) {
    this.database = database;
    this.clock = clock;
    this.nanos = nanos;
  }

  /** What both clocks said when they were last believed. */
  private record Mark(Instant time, long nanos) {
    Duration jumped(Instant now, long nanosNow) {
      return Duration.between(time.plusNanos(nanosNow - nanos), now);
    }
  }

  /** Why the time is not to be believed. */
  enum Reason {
    /** This machine says another time than the database's server. */
    DIFFERS,
    /** The clock was set while the office ran; whether it was right before or is now, who knows. */
    JUMPED
  }

  /**
   * A doubt.
   *
   * @param ahead how far ahead of the other this machine is, or how far the time jumped
   */
  record Doubt(Reason reason, Duration ahead) {}

  /**
   * What is known of the time.
   *
   * @param now by the clock that judges
   */
  record Look(Instant now, Optional<Doubt> doubt) {}

  /** Looks at the clocks; only who does so often notices that one was set. */
  Look look() throws SQLException {
    Instant own = clock.instant();
    Instant now = database.time().orElse(own);
    Duration ahead = Duration.between(now, clock.instant());
    if (isMuch(ahead)) {
      return new Look(now, Optional.of(new Doubt(Reason.DIFFERS, ahead)));
    }
    Duration jumped = jumped(now);
    return new Look(
        now, isMuch(jumped) ? Optional.of(new Doubt(Reason.JUMPED, jumped)) : Optional.empty());
  }

  /** Small corrections, of which there are many in a year, are no jump. */
  private synchronized Duration jumped(Instant now) {
    Mark before = last;
    Mark mark = new Mark(now, nanos.getAsLong());
    Duration jumped = before == null ? Duration.ZERO : before.jumped(now, mark.nanos());
    if (!isMuch(jumped)) {
      last = mark;
    }
    return jumped;
  }

  /** Somebody has compared it with another clock: the time is right as it is now. */
  synchronized void confirm() {
    last = null;
  }

  private static boolean isMuch(Duration difference) {
    return difference.abs().compareTo(TOLERATED) > 0;
  }
}
