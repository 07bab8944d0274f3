package org.openhall.office;

import java.util.Locale;

/** Figures as the office prints them. */
final class Figures {
  private static final double BYTES_IN_A_MEGABYTE = 1_000_000;

  private Figures() {}

  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / BYTES_IN_A_MEGABYTE);
  }

  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds);
  }
}
