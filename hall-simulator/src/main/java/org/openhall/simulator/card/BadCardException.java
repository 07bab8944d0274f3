package org.openhall.simulator.card;

import java.io.Serial;

/**
 * A card file that cannot be a card; the message names the file, the field and what it may hold.
 */
public final class BadCardException extends Exception {

  @Serial private static final long serialVersionUID = 1;

  BadCardException(String message) {
    super(message);
  }
}
