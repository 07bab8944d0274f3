package org.openhall.device;

/**
 * Senses whether somebody stands before the terminal: {@link Sense#ACTIVE} while somebody is near,
 * {@link Sense#QUIET} while nobody is, {@link Sense#UNKNOWN} while it cannot be asked. It tells
 * that there is a person, never who. Changes come as {@link DeviceEvent.Sensed}.
 */
public interface PresenceSensor extends Device {

  /** Its kind in {@link Capabilities}. */
  String KIND = "presence-sensor";
}
