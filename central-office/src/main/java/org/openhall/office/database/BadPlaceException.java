package org.openhall.office.database;

import java.io.IOException;
import org.openhall.office.text.Trouble;

/** What a data folder says of its database cannot be meant so; a person puts it right. */
public final class BadPlaceException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  BadPlaceException(String key, Object... arguments) {
    super(key);
    this.trouble = Trouble.of(key, arguments);
  }

  /** What to say. */
  public Trouble trouble() {
    return trouble;
  }
}
