package org.openhall.office.text;

/** A command cannot go on, and a person can put it right. */
public final class TroubleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  /** A trouble with the values of its sentence, see {@link Trouble#of}. */
  public TroubleException(String key, Object... arguments) {
    super(key);
    this.trouble = Trouble.of(key, arguments);
  }

  /** What to say. */
  public Trouble trouble() {
    return trouble;
  }
}
