package org.openhall.device;

/**
 * The switch of the door behind which technicians work: {@link Sense#ACTIVE} while it is open,
 * {@link Sense#QUIET} while it is shut, {@link Sense#UNKNOWN} while it cannot be asked. Changes
 * come as {@link DeviceEvent.Sensed}; an open door is also its health.
 */
public interface DoorSwitch extends Device {

  /** Its kind in {@link Capabilities}. */
  String KIND = "door-switch";
}
