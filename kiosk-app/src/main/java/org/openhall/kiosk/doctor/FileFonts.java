package org.openhall.kiosk.doctor;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The installed fonts as a program without a screen finds them. */
final class FileFonts implements FontLook {
  private static final List<String> CHINESE =
      List.of("noto sans cjk sc", "noto sans sc", "source han sans sc", "wenquanyi micro hei");
  private static final List<String> RARE = List.of("hanamina", "hanaminb");

  private final List<Font> fonts;

  FileFonts() {
    System.setProperty("java.awt.headless", "true");
    fonts =
        Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
            .filter(font -> isOneOf(font, CHINESE) || isOneOf(font, RARE))
            .toList();
  }

  private static boolean isOneOf(Font font, List<String> families) {
    String family = font.getFamily(Locale.ROOT).toLowerCase(Locale.ROOT).replace(" regular", "");
    return families.contains(family);
  }

  @Override
  public boolean chinese() {
    return fonts.stream().anyMatch(font -> isOneOf(font, CHINESE));
  }

  @Override
  public String missing() {
    StringBuilder missing = new StringBuilder();
    PROBE
        .codePoints()
        .filter(point -> fonts.stream().noneMatch(font -> font.canDisplay(point)))
        .forEach(missing::appendCodePoint);
    return missing.toString();
  }
}
