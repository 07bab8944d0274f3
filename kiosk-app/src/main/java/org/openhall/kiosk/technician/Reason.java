package org.openhall.kiosk.technician;

import java.util.Locale;

/** Why a terminal is out of service. */
public enum Reason {
  MAINTENANCE,
  REPAIR,
  RELOCATION,
  CLOSED,
  /** Said by the terminal itself: it has nothing to show. */
  NO_CONTENT;

  String key() {
    return "technician.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
