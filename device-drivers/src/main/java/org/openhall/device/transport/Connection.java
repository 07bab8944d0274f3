package org.openhall.device.transport;

import java.io.Closeable;

/**
 * An open way to a device: a {@link Line} of bytes, a session with a service of the system, or what
 * else a driver needs. Used by the device's thread; woken and closed by any.
 */
public interface Connection extends Closeable {

  /**
   * Ends a wait that is under way on it, as if its time had run out. One that wakes nobody may end
   * the next wait early. Never waits itself, and does nothing after the close.
   */
  void wake();

  /** Gives the port back; whatever is under way ends soon. Idempotent. */
  @Override
  void close();
}
