package org.openhall.device;

/** What a sensor senses: a person near it, a door that is open. */
public enum Sense {
  /** The device is no sensor, or was not reached. */
  UNKNOWN,
  /** Nobody near, or shut. */
  QUIET,
  /** Somebody near, or open. */
  ACTIVE
}
