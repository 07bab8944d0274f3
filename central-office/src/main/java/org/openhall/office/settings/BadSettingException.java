package org.openhall.office.settings;

import java.io.IOException;
import org.openhall.office.text.Trouble;

/** What {@code office.properties} says cannot be meant so; a person puts it right. */
public final class BadSettingException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  /** With the sentence that says what is wrong. */
  public BadSettingException(String key, Object... arguments) {
    super(key);
    this.trouble = Trouble.of(key, arguments);
  }

  /** What to say. */
  public Trouble trouble() {
    return trouble;
  }
}
