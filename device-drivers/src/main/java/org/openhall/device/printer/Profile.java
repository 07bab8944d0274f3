package org.openhall.device.printer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.openhall.device.Capabilities;
import org.openhall.device.ReceiptPrinter;

/**
 * What one kind of printer holds and can do, with 12 by 24 dots for a narrow character at 203 dots
 * per inch. Profiles are files, see {@link ProfileFile}; some come with the program.
 *
 * @param key its name, or the file's path
 * @param columns narrow characters to a row
 * @param dots printable across the paper, a multiple of 8
 * @param begin what its maker wants first, after the reset, in hexadecimal; may be empty
 */
record Profile(
    String key, int columns, int dots, PrinterCharset charset, String begin, Equipment equipment) {

  /** Width of a narrow character at single size. */
  static final int COLUMN_DOTS = 12;

  /** Height of a character at single size. */
  static final int CHARACTER_DOTS = 24;

  private static final List<String> KEYS =
      List.of("80mm-gb18030", "58mm-gb18030", "80mm-gbk", "58mm-gbk", "80mm-utf8", "58mm-utf8");

  /**
   * What is built in.
   *
   * @param cutter else paper is fed to where it is torn off
   * @param nearEndSensor else what the printer says of a paper near its end means nothing
   * @param automaticStatus whether its status may be had unasked ({@code GS a}) within a receipt
   */
  record Equipment(boolean cutter, boolean nearEndSensor, boolean automaticStatus) {}

  /** The bytes of {@link #begin}. */
  byte[] beginning() {
    return HexFormat.of().parseHex(begin);
  }

  /** What such a printer can do, as far as the profile knows. */
  Capabilities capabilities() {
    return Capabilities.of(ReceiptPrinter.KIND)
        .with(ReceiptPrinter.COLUMNS, String.valueOf(columns))
        .with(ReceiptPrinter.DOTS, String.valueOf(dots));
  }

  /** The profiles that come with the program; the first is taken where none is named. */
  static List<String> keys() {
    return KEYS;
  }

  /** One of {@link #keys}. */
  static Profile builtIn(String key) {
    String name = key + ".properties";
    try (InputStream in = Profile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no profile " + key);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new ProfileFile(key, text.lines().toList()).profile();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
