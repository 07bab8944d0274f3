package org.openhall.office.catalog;

import org.openhall.office.text.Trouble;

/** The whole file cannot be imported; nothing of it is taken. */
public final class BadFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  /** The whole file, for this reason. */
  public BadFileException(Trouble trouble) {
    super(trouble.key());
    this.trouble = trouble;
  }

  /** What to say. */
  public Trouble trouble() {
    return trouble;
  }
}
