package org.openhall.kiosk.doctor;

/** How bad a finding is, the worst last. */
public enum Severity {
  /** As it should be. */
  OK,
  /** To be known; nothing to do. */
  NOTE,
  /** It could not be looked at: nobody knows whether it is well. */
  UNKNOWN,
  /** The terminal serves, and somebody should see to it. */
  WARNING,
  /** The terminal does not do what it is for, or is not safe. */
  FAULT;

  /** Exit status of a program that found this as the worst: 0 well, 1 attention, 2 fault. */
  public int status() {
    return switch (this) {
      case OK, NOTE -> 0;
      case UNKNOWN, WARNING -> 1;
      case FAULT -> 2;
    };
  }
}
