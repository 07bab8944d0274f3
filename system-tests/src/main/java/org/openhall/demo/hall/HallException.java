package org.openhall.demo.hall;

/** A part of the hall did not do what it was asked; the message says which and why. */
public final class HallException extends Exception {
  public HallException(String message) {
    super(message);
  }
}
