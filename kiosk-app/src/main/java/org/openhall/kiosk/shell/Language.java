package org.openhall.kiosk.shell;

import java.util.Locale;

/** A language of the screens. Every session begins in the first. */
public enum Language {
  CHINESE(Locale.SIMPLIFIED_CHINESE),
  ENGLISH(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** The language that the switch in the header leads to. */
  public Language other() {
    return this == CHINESE ? ENGLISH : CHINESE;
  }
}
