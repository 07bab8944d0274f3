package org.openhall.office.table;

import org.openhall.office.text.Trouble;

/** A file that cannot be read as a table; the words say where it breaks. */
public final class BadTableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  BadTableException(String key, Object... arguments) {
    super(key);
    this.trouble = Trouble.of("trouble.table-" + key, arguments);
  }

  /** What to say. */
  public Trouble trouble() {
    return trouble;
  }
}
