package org.openhall.office.catalog;

import org.openhall.office.text.Trouble;

/** The whole file cannot be imported; nothing of it is taken. */
final class BadFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  BadFileException(Trouble trouble) {
    super(trouble.key());
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }
}
