package org.openhall.office.desk.release;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.openhall.office.publish.PrepareOutcome;
import org.springframework.stereotype.Component;

/** The packing that goes on in this server, or the last one: one at a time. */
@Component
final class Preparing {
  /** How it stands. */
  sealed interface State {}

  /** Nothing was prepared since the server began. */
  record Idle() implements State {}

  /**
   * It goes on.
   *
   * @param records how many have been packed
   */
  record Running(long records) implements State {}

  /** It ended. */
  record Ended(PrepareOutcome outcome) implements State {}

  /** It broke; what is to be done stands in the server's log. */
  record Broken(String why) implements State {}

  private final AtomicReference<State> state = new AtomicReference<>(new Idle());
  private final AtomicLong records = new AtomicLong();

  State state() {
    State now = state.get();
    return now instanceof Running ? new Running(records.get()) : now;
  }

  /** Begins, unless one goes on. */
  boolean begin() {
    State now = state.get();
    records.set(0);
    return !(now instanceof Running) && state.compareAndSet(now, new Running(0));
  }

  void packed(long count) {
    records.set(count);
  }

  void end(State last) {
    state.set(last);
  }
}
