package org.openhall.simulator.control;

import java.io.Serial;

/** A command that cannot be understood; the message says what would be. */
public final class UsageException extends Exception {

  @Serial private static final long serialVersionUID = 1;

  public UsageException(String message) {
    super(message);
  }
}
