package org.openhall.office.text;

import java.util.Locale;

/** Figures as the office says them. */
public final class Figures {
  private static final double KILOBYTE = 1_000;
  private static final double MEGABYTE = 1_000_000;

  private Figures() {}

  /** Bytes, in kB or MB (powers of ten). */
  public static String size(long bytes) {
    return bytes < MEGABYTE
        ? String.format(Locale.ROOT, "%.1f kB", bytes / KILOBYTE)
        : String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
  }

  /** Seconds with a tenth. */
  public static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds);
  }
}
