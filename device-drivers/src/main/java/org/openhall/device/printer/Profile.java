package org.openhall.device.printer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openhall.device.Capabilities;
import org.openhall.device.ReceiptPrinter;

/** What a printer's paper holds at 203 dots per inch, with 12 by 24 dots for a narrow character. */
enum Profile {
  MM_80("80mm-gb18030", 48),
  MM_58("58mm-gb18030", 32);

  /** Width of a narrow character at single size. */
  static final int COLUMN_DOTS = 12;

  /** Height of a character at single size. */
  static final int CHARACTER_DOTS = 24;

  private final String key;
  private final int columns;

  Profile(String key, int columns) {
    this.key = key;
    this.columns = columns;
  }

  int columns() {
    return columns;
  }

  int dots() {
    return columns * COLUMN_DOTS;
  }

  /** What a printer with this paper can do, as far as the profile knows. */
  Capabilities capabilities() {
    return Capabilities.of(ReceiptPrinter.KIND)
        .with(ReceiptPrinter.COLUMNS, String.valueOf(columns))
        .with(ReceiptPrinter.DOTS, String.valueOf(dots()));
  }

  static Optional<Profile> named(String key) {
    return Arrays.stream(values()).filter(profile -> profile.key.equals(key)).findFirst();
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(profile -> profile.key).toList();
  }
}
