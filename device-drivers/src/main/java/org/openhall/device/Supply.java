package org.openhall.device;

/** Something that a device uses up. */
public enum Supply {
  RECEIPT_PAPER,
  FORM_PAPER,
  TONER;

  /** How much is left. */
  public enum Level {
    /** The device has no sensor for it, or was not reached. */
    UNKNOWN,
    ENOUGH,
    LOW,
    OUT
  }
}
