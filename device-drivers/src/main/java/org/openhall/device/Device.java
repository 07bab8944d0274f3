package org.openhall.device;

import java.util.function.Consumer;

/**
 * A device of a terminal, driven by one thread of its own. What kinds there are is open: a kind is
 * an interface that extends this one with its commands.
 *
 * <p>Its life ({@link DeviceSnapshot.Life}) begins when its driver opens it and ends with {@link
 * #close()}. Commands are accepted all the while: of a device that cannot be reached each makes one
 * attempt at once and ends with the reason; of a closed one it ends as cancelled.
 */
public interface Device extends AutoCloseable {

  /** All that is known of the device now; never blocks. */
  DeviceSnapshot snapshot();

  /** Its health now; never blocks. */
  default DeviceHealth health() {
    return snapshot().health();
  }

  /**
   * Tells of everything that happens from now on: first what is known, as a {@link
   * DeviceEvent.Known}, on the calling thread and before this returns; then each change, once and
   * in order, on the device's thread. A listener must not wait for anything.
   *
   * @return ends the telling when closed
   */
  Subscription onEvent(Consumer<DeviceEvent> listener);

  /** The same for those who ask only for health: the present one, then every change. */
  default Subscription onHealth(Consumer<DeviceHealth> listener) {
    return onEvent(event -> {
      switch (event.what()) {
        case DeviceEvent.Known(DeviceSnapshot known) -> listener.accept(known.health());
        case DeviceEvent.HealthChanged(DeviceHealth health) -> listener.accept(health);
        default -> {
          // says nothing of its health
        }
      }
    });
  }

  /** Tests the device, for a technician. */
  DeviceCommand<SelfTestOutcome> selfTest(SelfTest level);

  /** What went over its line of late, without what is personal; empty where nothing is recorded. */
  default Trace trace() {
    return Trace.EMPTY;
  }

  /** Ends the device's thread and gives its port back; commands under way end. Idempotent. */
  @Override
  void close();

  /** Something that was asked for and can be ended. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
