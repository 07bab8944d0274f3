package org.openhall.demo.hall;

/** A part of the hall did not do what it was asked; the message says which and why. */
public final class HallException extends Exception {

  private final String said;

  public HallException(String message) {
    super(message);
    this.said = message;
  }

  /** A program that failed: what it was, and what it said itself. */
  HallException(String message, String said) {
    super(message + System.lineSeparator() + said);
    this.said = said;
  }

  /** The program's own words, for a person who knows what was asked. */
  public String said() {
    return said;
  }
}
