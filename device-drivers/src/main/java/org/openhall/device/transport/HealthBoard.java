package org.openhall.device.transport;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openhall.device.Device;
import org.openhall.device.DeviceHealth;

/** The health of one device and those who want to know of it. Changed and told by one thread. */
final class HealthBoard {

  private static final System.Logger LOG = System.getLogger(HealthBoard.class.getName());

  private final InstantSource clock;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile DeviceHealth health;

  HealthBoard(InstantSource clock) {
    this.clock = clock;
    health =
        new DeviceHealth(
            DeviceHealth.State.STARTING, DeviceHealth.Detail.CONNECTING, clock.instant());
  }

  DeviceHealth health() {
    return health;
  }

  Device.Subscription add(Consumer<DeviceHealth> consumer) {
    Listener listener = new Listener(consumer);
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /**
   * Sets the condition and tells of it.
   *
   * @return whether it is a change
   */
  boolean set(Condition condition) {
    boolean changed = health.state() != condition.state() || health.detail() != condition.detail();
    if (changed) {
      health = new DeviceHealth(condition.state(), condition.detail(), clock.instant());
      tell();
    }
    return changed;
  }

  /** Tells those who do not know it yet. */
  void tell() {
    listeners.forEach(listener -> listener.tell(health));
  }

  private static final class Listener {
    private final Consumer<DeviceHealth> consumer;
    private @Nullable DeviceHealth told;

    Listener(Consumer<DeviceHealth> consumer) {
      this.consumer = consumer;
    }

    void tell(DeviceHealth health) {
      if (!health.equals(told)) {
        told = health;
        // A future keeps whatever the listener throws to itself: it must not end the device.
        CompletableFuture<Void> telling =
            CompletableFuture.runAsync(() -> consumer.accept(health), Runnable::run);
        if (telling.isCompletedExceptionally()) {
          LOG.log(System.Logger.Level.ERROR, "a listener failed", telling.exceptionNow());
        }
      }
    }
  }
}
