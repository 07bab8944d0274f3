package org.openhall.kiosk.shell;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.openhall.device.Sense;

/**
 * Whether the citizen of a visit has gone, as far as a presence sensor can be believed: when it has
 * seen the citizen in this visit and has then seen nobody for a while. A touch proves it wrong; one
 * that wavers, or because of which the citizen was asked for nothing, is not believed again in the
 * same visit. Of one that is mute or gone nothing follows.
 */
final class Attendance {
  /** So many changes in a row, each so soon after the one before, are no person's. */
  private static final int FLAPS = 6;

  private static final long SOON = TimeUnit.SECONDS.toNanos(3);

  private final LongSupplier nanoTime;
  private long absence = TimeUnit.SECONDS.toNanos(15);
  private Sense sense = Sense.UNKNOWN;
  private long since;
  private int flaps;
  private boolean seen;
  private boolean believed;

  Attendance(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** How long nobody must have been there. */
  void absence(Duration atLeast) {
    absence = atLeast.toNanos();
  }

  /** A visit begins. */
  void begun() {
    believed = true;
    seen = sense == Sense.ACTIVE;
    flaps = 0;
  }

  /** The sensor says this now. */
  void sensed(Sense now) {
    if (now == sense) {
      return;
    }
    long time = nanoTime.getAsLong();
    flaps = time - since < SOON ? flaps + 1 : 0;
    believed &= flaps < FLAPS;
    since = time;
    sense = now;
    seen = now == Sense.ACTIVE || (seen && now == Sense.QUIET);
  }

  /** Somebody is there, whatever the sensor says. */
  void touched() {
    seen &= sense == Sense.ACTIVE;
  }

  /** The citizen was asked because of the sensor, and was there. */
  void erred() {
    believed = false;
  }

  /** Whether nobody has been there for so long. */
  boolean gone() {
    return believed && seen && sense == Sense.QUIET && nanoTime.getAsLong() - since >= absence;
  }
}
