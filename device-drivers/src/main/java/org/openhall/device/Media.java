package org.openhall.device;

/** Whether something that a citizen lays in or takes out is at a device. */
public enum Media {
  /** The device cannot tell, or has nothing of the kind. */
  UNKNOWN,
  ABSENT,
  PRESENT
}
