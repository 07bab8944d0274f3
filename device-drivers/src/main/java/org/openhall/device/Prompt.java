package org.openhall.device;

import java.util.Locale;

/** What a command asks a person to do; its {@link #words} say it. */
public enum Prompt {
  LAY_CARD,
  TAKE_CARD,
  SHOW_CODE,
  OPEN_COVER,
  SHUT_COVER,
  OPEN_DOOR,
  SHUT_DOOR,
  STEP_NEAR,
  STEP_AWAY;

  /** What to do, for a technician. */
  public String words(Locale locale) {
    return Words.of("prompt", this, locale);
  }
}
