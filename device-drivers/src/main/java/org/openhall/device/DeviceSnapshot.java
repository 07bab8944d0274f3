package org.openhall.device;

import java.util.Map;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceHealth.State;

/**
 * All that is known of a device at one moment.
 *
 * @param sequence the number of the last change that is in it; 0 before the first
 * @param health how it is
 * @param capabilities what it can do
 * @param command the number of the command under way, 0 for none
 * @param media whether something that a citizen lays in or takes out is there
 * @param sense what it senses, if it is a sensor
 * @param supplies what is left of what it uses up; without those that it does not have
 * @param counters what it has counted since it was opened
 */
public record DeviceSnapshot(
    long sequence,
    DeviceHealth health,
    Capabilities capabilities,
    long command,
    Media media,
    Sense sense,
    Map<Supply, Supply.Level> supplies,
    Counters counters) {

  public DeviceSnapshot {
    supplies = Map.copyOf(supplies);
  }

  /** Where a device is in its life. */
  public enum Life {
    /** Opened, and not heard of yet. */
    OPENING,
    /** Can be used, and waits. */
    IDLE,
    /** A command is under way. */
    BUSY,
    /** Cannot be used; its driver goes on trying. */
    FAULT,
    /** Over. */
    CLOSED
  }

  /** Where it is in its life. */
  public Life life() {
    if (health.detail() == Detail.CLOSED) {
      return Life.CLOSED;
    }
    if (command != 0) {
      return Life.BUSY;
    }
    return switch (health.state()) {
      case State.STARTING -> Life.OPENING;
      case State.READY, State.ATTENTION -> Life.IDLE;
      case State.UNAVAILABLE -> Life.FAULT;
    };
  }
}
