package org.openhall.kiosk.technician;

import java.util.Locale;

/** What is done in the service area: the whole list, as the office hears of it. */
public enum Deed {
  ENTERED,
  REFUSED,
  LOCKED,
  LEFT,
  SELF_TEST,
  TEST_PRINT,
  TOUCH_TEST,
  COLOUR_TEST,
  PAPER_CHANGED,
  CLEANED,
  RESTARTED_KIOSK,
  RESTARTED_MACHINE,
  OUT_OF_SERVICE,
  IN_SERVICE,
  ACCEPTANCE;

  /** Its name in events and in the log. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
