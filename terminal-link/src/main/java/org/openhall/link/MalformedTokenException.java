package org.openhall.link;

/** A text that is no enrolment token; the message says what differs, without repeating the text. */
public final class MalformedTokenException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedTokenException(String message) {
    super(message);
  }
}
