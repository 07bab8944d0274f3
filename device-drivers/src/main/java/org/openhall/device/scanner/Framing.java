package org.openhall.device.scanner;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceSettings;

/**
 * Where a code begins and ends among the bytes of a scanner. Without a suffix a code ends when its
 * scanner pauses: that is right for all settings of scanners, and for codes that hold line feeds.
 * With one it ends exactly there.
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared or changed
record Framing(byte[] prefix, byte[] suffix, Duration gap) {

  /** After a line end that is not followed by more, a code is taken as over so much sooner. */
  static final Duration AFTER_LINE_END = Duration.ofMillis(100);

  private static final int LONGEST_AFFIX = 16;
  private static final String GAP = "300";

  /** No prefix, no suffix, and a pause of 300 ms. */
  static final Framing USUAL = new Framing(new byte[0], new byte[0], Duration.ofMillis(300));

  /** By the options {@code prefix}, {@code suffix} and {@code gap}. */
  static Framing of(DeviceSettings settings) throws DeviceConfigurationException {
    String gap = settings.option("gap", GAP);
    if (!gap.matches("[1-9][0-9]{1,3}")) {
      throw settings.badOption("gap", "is no pause; write milliseconds, 10 to 9999");
    }
    return new Framing(
        bytes(settings, "prefix"),
        bytes(settings, "suffix"),
        Duration.ofMillis(Integer.parseInt(gap)));
  }

  /** Bytes that an option names: {@code CR}, {@code LF}, {@code CRLF}, or hexadecimal. */
  static byte[] bytes(DeviceSettings settings, String option) throws DeviceConfigurationException {
    String typed = settings.option(option, "").toUpperCase(Locale.ROOT);
    String hex =
        switch (typed) {
          case "CR" -> "0D";
          case "LF" -> "0A";
          case "CRLF" -> "0D0A";
          default -> typed.replace(" ", "");
        };
    if (hex.length() > 2 * LONGEST_AFFIX || !hex.matches("([0-9A-F]{2})*")) {
      throw settings.badOption(
          option, "is no bytes; write CR, LF, CRLF, or 1 to 16 bytes such as 16540D");
    }
    return HexFormat.of().parseHex(hex);
  }
}
