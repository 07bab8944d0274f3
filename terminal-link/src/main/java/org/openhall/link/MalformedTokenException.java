package org.openhall.link;

/** A text that is no enrolment token; says what differs, without repeating the text. */
public final class MalformedTokenException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final int found;
  private final int wanted;

  MalformedTokenException(Fault fault, int found, int wanted) {
    super("%s (%d of %d digits)".formatted(fault, found, wanted));
    this.fault = fault;
    this.found = found;
    this.wanted = wanted;
  }

  /** What is wrong. */
  public enum Fault {
    /** It does not begin with OH2. */
    PREFIX,
    /** It has a sign that no token has. */
    SIGN,
    /** It has too few or too many digits. */
    LENGTH,
    /** Its check does not fit: one or more digits are wrong. */
    CHECK
  }

  public Fault fault() {
    return fault;
  }

  /** How many digits follow the beginning. */
  public int found() {
    return found;
  }

  /** How many should. */
  public int wanted() {
    return wanted;
  }
}
