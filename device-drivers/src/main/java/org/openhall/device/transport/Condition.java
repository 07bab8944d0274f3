package org.openhall.device.transport;

import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceHealth.State;

/**
 * What a look at a device found.
 *
 * @param state the coarse state
 * @param detail the reason; NONE with READY
 */
public record Condition(State state, Detail detail) {

  /** Nothing is wrong. */
  public static final Condition READY = new Condition(State.READY, Detail.NONE);

  /** It cannot be used for this reason. */
  public static Condition unavailable(Detail detail) {
    return new Condition(State.UNAVAILABLE, detail);
  }

  /** It can be used, but wants attention soon for this reason. */
  public static Condition attention(Detail detail) {
    return new Condition(State.ATTENTION, detail);
  }
}
