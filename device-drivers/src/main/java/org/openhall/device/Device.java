package org.openhall.device;

import java.util.function.Consumer;

/** A device of a terminal, driven by one thread of its own. */
public interface Device extends AutoCloseable {

  /** What is known of the device now; never blocks. */
  DeviceHealth health();

  /**
   * Tells of every change of health, beginning with the present one, on the device's thread.
   *
   * @return ends the telling when closed
   */
  Subscription onHealth(Consumer<DeviceHealth> listener);

  /** Ends the device's thread and gives its port back; commands under way end as cancelled. */
  @Override
  void close();

  /** Something that was asked for and can be ended. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
