package org.openhall.simulator.panel;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Colours, letters and edges of the panel. */
final class Look {

  static final Color GROUND = new Color(0xEEF1F5);
  static final Color SURFACE = Color.WHITE;
  static final Color EDGE = new Color(0xD4DAE2);
  static final Color TEXT = new Color(0x1F2A37);
  static final Color QUIET = new Color(0x5B6775);
  static final Color ACCENT = new Color(0x1B5FAA);
  static final Color ACCENT_PALE = new Color(0xE3EDF8);
  static final Color ALARM = new Color(0xB3261E);
  static final Color GOOD = new Color(0x1E7B45);
  static final int GAP = 12;
  static final int ROUND = 14;

  private static final String FAMILY = family("Noto Sans CJK SC");
  private static final String RARE_FAMILY = family("HanaMinA");

  private Look() {}

  static Font plain(int size) {
    return new Font(FAMILY, Font.PLAIN, size);
  }

  static Font bold(int size) {
    return new Font(FAMILY, Font.BOLD, size);
  }

  /** The font for a text, which may have characters that the usual one lacks. */
  static Font forText(String text, Font usual) {
    return usual.canDisplayUpTo(text) < 0
        ? usual
        : new Font(RARE_FAMILY, usual.getStyle(), usual.getSize());
  }

  static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
  }

  private static String family(String wanted) {
    List<String> installed =
        Arrays.asList(
            GraphicsEnvironment.getLocalGraphicsEnvironment()
                .getAvailableFontFamilyNames(Locale.ROOT));
    return installed.contains(wanted) ? wanted : Font.SANS_SERIF;
  }
}
